package com.ticketing.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.common.settings.InvalidSettingException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChargeCurrencyTest {

    @ParameterizedTest
    @CsvSource({
        "usd, 19.99, 1999",
        "usd, 20, 2000",
        "usd, 0.01, 1",
        "usd, 1000000, 100000000",
        "usd, 1.10, 110",
        "EUR, 4.35, 435",
        "jpy, 500, 500",
        "jpy, 500.00, 500",
        "krw, 1E+3, 1000",
        "mga, 7, 7",
        "isk, 7.00, 700",
        "ugx, 2000, 200000",
        "kwd, 1.25, 1250",
    })
    void aPriceIsConvertedToTheSmallestUnit(String currency, BigDecimal price, long expected) {
        assertThat(ChargeCurrency.of(currency).minorUnits(price)).isEqualTo(expected);
    }

    @Test
    void everyPriceInDollarsAndCentsIsExact() {
        ChargeCurrency usd = ChargeCurrency.of("usd");
        for (long cents = 1; cents <= 100_000; cents++) {
            assertThat(usd.minorUnits(BigDecimal.valueOf(cents, 2))).isEqualTo(cents);
        }
    }

    @ParameterizedTest
    @CsvSource({"jpy, 19.99", "usd, 19.999", "krw, 0.5", "isk, 7.5", "ugx, 0.01"})
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
