package com.ticketing.payments.deletion;

import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The payments of deleted accounts.
 *
 * @param retention The time for which the payment of a deleted buyer is kept after its order was placed, for
 *     accounting.
 */
@ConfigurationProperties("payments")
record RetentionProperties(@DefaultValue("P3650D") Duration retention) {

    RetentionProperties {
        if (!retention.isPositive()) {
            throw new InvalidSettingException(
                    "PAYMENTS_RETENTION must be positive", "set it to a duration such as P3650D");
        }
    }
}
