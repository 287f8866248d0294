package com.ticketing.payments.deletion;

import com.ticketing.common.settings.Settings;
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
        Settings.requirePositive("PAYMENTS_RETENTION", retention, "P3650D");
    }
}
