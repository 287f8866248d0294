package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderPropertiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-15M"})
    void refusesAHoldThatIsNotPositive(Duration hold) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new OrderProperties(hold, null))
                .withMessageContaining("ORDERS_HOLD");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void refusesAHoldLimitBelowOne(int maxActive) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new OrderProperties(Duration.ofMinutes(15), maxActive))
                .withMessageContaining("ORDERS_MAX_ACTIVE");
    }

    @Test
    void acceptsAnyOtherHoldAndHoldLimit() {
        assertThat(new OrderProperties(Duration.ofSeconds(1), 1).maxActive()).isEqualTo(1);
        assertThat(new OrderProperties(Duration.ofDays(1), null).maxActive()).isNull();
    }
}
