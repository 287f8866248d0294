package com.ticketing.orders.order;

import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rules of holding.
 *
 * @param hold how long a buyer has to pay
 * @param maxActive how many tickets a person may hold at once; absent for no limit
 */
@ConfigurationProperties("orders")
record OrderProperties(
        @DefaultValue("PT15M") Duration hold, @Nullable Integer maxActive) {

    OrderProperties {
        if (!hold.isPositive()) {
            throw new InvalidSettingException(
                    "ORDERS_HOLD must be longer than nothing", "set it to a duration such as PT15M");
        }
        if (maxActive != null && maxActive < 1) {
            throw new InvalidSettingException("ORDERS_MAX_ACTIVE must be at least 1", "leave it out for no limit");
        }
    }
}
