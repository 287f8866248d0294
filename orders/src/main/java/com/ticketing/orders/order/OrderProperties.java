package com.ticketing.orders.order;

import com.ticketing.common.settings.InvalidSettingException;
import com.ticketing.common.settings.Settings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of holds.
 *
 * @param hold how long a ticket is held for its buyer to pay
 * @param grace how long the expiration service may take to end a hold, before this service cancels it
 * @param sweepInterval the interval between searches for holds that are overdue by more than the grace period
 * @param maxActive the hold limit: the maximum number of tickets that a buyer may hold at the same time; 0 means no
 *     limit
 * @param reholdPause how long a buyer who released a ticket or did not pay in time cannot hold the same ticket again;
 *     PT0S means no pause
 */
@ConfigurationProperties("orders")
record OrderProperties(
        @DefaultValue("PT15M") Duration hold,
        @DefaultValue("PT30S") Duration grace,
        @DefaultValue("PT5S") Duration sweepInterval,
        @DefaultValue("10") int maxActive,
        @DefaultValue("PT30S") Duration reholdPause) {

    OrderProperties {
        Settings.requirePositive("ORDERS_HOLD", hold, "PT15M");
        if (grace.isNegative()) {
            throw new InvalidSettingException(
                    "ORDERS_GRACE must not be negative", "set it to a duration such as PT30S");
        }
        Settings.requirePositive("ORDERS_SWEEP_INTERVAL", sweepInterval, "PT5S");
        if (maxActive < 0) {
            throw new InvalidSettingException("ORDERS_MAX_ACTIVE must not be negative", "set it to 0 for no limit");
        }
        if (reholdPause.isNegative()) {
            throw new InvalidSettingException(
                    "ORDERS_REHOLD_PAUSE must not be negative", "set it to a duration such as PT30S");
        }
    }
}
