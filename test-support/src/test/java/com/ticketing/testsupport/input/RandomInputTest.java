package com.ticketing.testsupport.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Seeded;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomInputTest {

    private static final BigDecimal HIGHEST = new BigDecimal("999999.99");

    @ParameterizedTest
    @MethodSource("titles")
    void titlesAreStrippedAndContainNoControlCharacter(Seeded<String> title) {
        assertThat(title.value())
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(20)
                .isEqualTo(title.value().strip());
        assertThat(title.value().codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(RandomInputTest::isSurrogate);
    }

    static Stream<Seeded<String>> titles() {
        return RandomInput.titles(200, 20);
    }

    @ParameterizedTest
    @MethodSource("prices")
    void pricesAreValid(Seeded<BigDecimal> price) {
        assertThat(price.value()).isPositive().isLessThanOrEqualTo(HIGHEST);
        assertThat(price.value().scale()).isBetween(0, 2);
    }

    static Stream<Seeded<BigDecimal>> prices() {
        return RandomInput.prices(200);
    }

    @ParameterizedTest
    @MethodSource("invalidPrices")
    void invalidPricesAreInvalid(Seeded<String> price) {
        BigDecimal value = new BigDecimal(price.value());
        boolean allowed = value.signum() > 0
                && value.compareTo(HIGHEST) <= 0
                && value.stripTrailingZeros().scale() <= 2;
        assertThat(allowed).as(price.toString()).isFalse();
    }

    static Stream<Seeded<String>> invalidPrices() {
        return RandomInput.invalidPrices(200);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
