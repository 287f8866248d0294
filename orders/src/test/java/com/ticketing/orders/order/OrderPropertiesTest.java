package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderPropertiesTest {

    private static final Duration HOLD = Duration.ofMinutes(15);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-15M"})
    void rejectsAHoldThatIsNotPositive(Duration hold) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new OrderProperties(hold, GRACE, INTERVAL, 10, PAUSE))
                .withMessageContaining("ORDERS_HOLD");
    }

    @Test
    void rejectsANegativeGrace() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new OrderProperties(HOLD, Duration.ofMillis(-1), INTERVAL, 10, PAUSE))
                .withMessageContaining("ORDERS_GRACE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-5S"})
    void rejectsASweepIntervalThatIsNotPositive(Duration interval) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new OrderProperties(HOLD, GRACE, interval, 10, PAUSE))
                .withMessageContaining("ORDERS_SWEEP_INTERVAL");
    }

    @Test
    void rejectsANegativeHoldLimit() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new OrderProperties(HOLD, GRACE, INTERVAL, -1, PAUSE))
                .withMessageContaining("ORDERS_MAX_ACTIVE");
    }

    @Test
    void rejectsANegativePause() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new OrderProperties(HOLD, GRACE, INTERVAL, 10, Duration.ofMillis(-1)))
                .withMessageContaining("ORDERS_REHOLD_PAUSE");
    }

    @Test
    void acceptsAnyOtherSettings() {
        assertThat(new OrderProperties(Duration.ofSeconds(1), Duration.ZERO, INTERVAL, 1, Duration.ZERO).maxActive())
                .isEqualTo(1);
        assertThat(new OrderProperties(Duration.ofDays(1), GRACE, INTERVAL, 0, PAUSE).maxActive())
                .isZero();
    }
}
