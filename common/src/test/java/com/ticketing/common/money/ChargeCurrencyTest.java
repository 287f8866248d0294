package com.ticketing.common.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.common.money.ChargeCurrency.Problem;
import com.ticketing.common.settings.InvalidSettingException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChargeCurrencyTest {

    @ParameterizedTest
    @CsvSource({
        "usd, 2, 0.50, 999999.99",
        "EUR, 2, 0.50, 999999.99",
        "gbp, 2, 0.30, 999999.99",
        "huf, 2, 175.00, 999999.99",
        "jpy, 0, 50, 99999999",
        "krw, 0, 50, 99999999",
        // amounts end in 0
        "kwd, 2, 0.010, 99999.990",
        "bhd, 2, 0.010, 99999.990",
        // fractions cannot be charged
        "isk, 0, 1.00, 999999.00",
        "ugx, 0, 1.00, 999999.00",
        "idr, 2, 0.50, 9999999999.99",
        // not listed
        "all, 2, 0.01, 999999.99",
    })
    void everyCurrencyHasDigitsAMinimumAndAMaximum(String code, int digits, BigDecimal minimum, BigDecimal maximum) {
        ChargeCurrency currency = ChargeCurrency.of(code);
        assertThat(currency.digits()).isEqualTo(digits);
        assertThat(currency.minimum()).isEqualTo(minimum);
        assertThat(currency.maximum()).isEqualTo(maximum);
        assertThat(currency.problem(minimum)).isEmpty();
        assertThat(currency.problem(maximum)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "usd, 0.49, TOO_LOW",
        "usd, 0, TOO_LOW",
        "usd, -20, TOO_LOW",
        "usd, 1e-999999999, TOO_LOW",
        "usd, 1000000, TOO_HIGH",
        "usd, 999999.999, TOO_HIGH",
        "usd, 1e999999999, TOO_HIGH",
        "usd, 19.999, TOO_MANY_DECIMALS",
        "usd, 19.990,",
        "usd, 2E1,",
        "huf, 174.99, TOO_LOW",
        "huf, 1990.50,",
        "huf, 1990.505, TOO_MANY_DECIMALS",
        "jpy, 49, TOO_LOW",
        "jpy, 19.99, TOO_LOW",
        "jpy, 1999.5, TOO_MANY_DECIMALS",
        "jpy, 2000.0,",
        "kwd, 0.009, TOO_LOW",
        "kwd, 5.12,",
        "kwd, 5.124, TOO_MANY_DECIMALS",
        "kwd, 100000, TOO_HIGH",
        "isk, 7.5, TOO_MANY_DECIMALS",
        "ugx, 0.01, TOO_LOW",
        "idr, 1000000,",
    })
    void namesWhyAPriceCannotBeCharged(String code, BigDecimal price, Problem problem) {
        assertThat(ChargeCurrency.of(code).problem(price).orElse(null)).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "usd, 19.99, 1999",
        "usd, 20, 2000",
        "usd, 0.01, 1",
        "usd, 1000000, 100000000",
        "usd, 1.10, 110",
        "EUR, 4.35, 435",
        "huf, 1990.50, 199050",
        "jpy, 500, 500",
        "jpy, 500.00, 500",
        "krw, 1E+3, 1000",
        "mga, 7, 7",
        "isk, 7.00, 700",
        "ugx, 2000, 200000",
        "kwd, 1.25, 1250",
    })
    void aPriceIsConvertedToTheSmallestUnit(String currency, BigDecimal price, long expected) {
        ChargeCurrency charged = ChargeCurrency.of(currency);
        assertThat(charged.minorUnits(price)).isEqualTo(expected);
        assertThat(charged.amount(expected)).isEqualByComparingTo(price);
        assertThat(price.movePointRight(charged.decimals())).isEqualByComparingTo(BigDecimal.valueOf(expected));
    }

    @Test
    void everyPriceInDollarsAndCentsIsExact() {
        ChargeCurrency usd = ChargeCurrency.of("usd");
        for (long cents = 1; cents <= 100_000; cents++) {
            assertThat(usd.minorUnits(BigDecimal.valueOf(cents, 2))).isEqualTo(cents);
        }
    }

    @ParameterizedTest
    @CsvSource({"jpy, 19.99", "usd, 19.999", "krw, 0.5", "isk, 7.5", "ugx, 0.01", "kwd, 5.124"})
    void aPriceWithTooManyDecimalsIsNotRounded(String currency, BigDecimal price) {
        ChargeCurrency charged = ChargeCurrency.of(currency);
        assertThatThrownBy(() -> charged.minorUnits(price)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theCodeIsWrittenAsStripeWritesIt() {
        assertThat(ChargeCurrency.of(" USD ").code()).isEqualTo("usd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us", "dollars", "zzz", "xxx", "xau"})
    void aCodeThatIsNotACurrencyIsRejected(String code) {
        assertThatThrownBy(() -> ChargeCurrency.of(code))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("CURRENCY");
    }
}
