package com.ticketing.common.outbox;

import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.common.settings.InvalidSettingException;
import com.ticketing.common.settings.Settings;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the {@link Relay} and of republications.
 *
 * @param sweepInterval the pause between two sweeps, which is also the maximum delay of an event after its due time
 * @param lease the duration of a claim; must exceed the 10 s after which an unanswered publication fails
 * @param linger the time for which an acknowledgement waits for others, so that one statement removes the entries of
 *     many
 * @param batch the maximum number of aggregates that one statement claims or releases
 * @param republishRate the number of aggregates per second that a republication publishes, in all processes together
 */
@Validated
@ConfigurationProperties("outbox")
record OutboxProperties(
        @DefaultValue("PT5S") Duration sweepInterval,
        @DefaultValue("PT30S") Duration lease,
        @DefaultValue("PT0.05S") Duration linger,
        @Min(1) @DefaultValue("1000") int batch,
        @Min(1) @DefaultValue("200") int republishRate) {

    OutboxProperties {
        Settings.requirePositive("OUTBOX_SWEEP_INTERVAL", sweepInterval, "PT5S");
        if (lease.compareTo(EventPublisher.PUBLISH_TIMEOUT) <= 0) {
            throw new InvalidSettingException("OUTBOX_LEASE must exceed 10 s", "set it to a duration such as PT30S");
        }
        if (linger.isNegative()) {
            throw new InvalidSettingException(
                    "OUTBOX_LINGER must not be negative", "set it to a duration such as PT0.05S");
        }
    }
}
