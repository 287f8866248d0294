package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyGenerationTest {

    @Test
    void aFewServerErrorsKeepTheKey() {
        assertThat(KeyGeneration.FIRST.afterServerErrors(1).afterServerErrors(3))
                .isEqualTo(new KeyGeneration(0, 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void theFifthServerErrorBeginsTheNextGeneration(int more) {
        assertThat(new KeyGeneration(3, 4).afterServerErrors(more)).isEqualTo(new KeyGeneration(4, 0));
    }
}
