package com.ticketing.orders.order;

import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of holds.
 *
 * @param hold how long a ticket is held for its buyer to pay
 * @param grace how long the expiration service may take to end a hold, before this service cancels it
 * @param sweepInterval the interval between searches for holds that are overdue by more than the grace period
 * @param maxActive the hold limit: the maximum number of tickets that a buyer may hold at the same time; unset means no limit
 */
@ConfigurationProperties("orders")
record OrderProperties(
        @DefaultValue("PT15M") Duration hold,
        @DefaultValue("PT30S") Duration grace,
        @DefaultValue("PT5S") Duration sweepInterval,
        @Nullable Integer maxActive) {

    OrderProperties {
        if (!hold.isPositive()) {
            throw new InvalidSettingException("ORDERS_HOLD must be positive", "set it to a duration such as PT15M");
        }
        if (grace.isNegative()) {
            throw new InvalidSettingException(
                    "ORDERS_GRACE must not be negative", "set it to a duration such as PT30S");
        }
        if (!sweepInterval.isPositive()) {
            throw new InvalidSettingException(
                    "ORDERS_SWEEP_INTERVAL must be positive", "set it to a duration such as PT5S");
        }
        if (maxActive != null && maxActive < 1) {
            throw new InvalidSettingException("ORDERS_MAX_ACTIVE must be at least 1", "leave it out for no limit");
        }
    }
}
