package com.ticketing.common.messaging;

import com.ticketing.common.settings.InvalidSettingException;
import com.ticketing.common.settings.Settings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the delivery of messages.
 *
 * @param queueGroup the durable queue group that all processes of a service share
 * @param ackWait the time after which the broker redelivers an unacknowledged message, in whole seconds
 * @param maxInFlight the maximum number of unacknowledged messages per listener and process; should exceed the batch,
 *     so that the next batch arrives while one is handled
 * @param batch the maximum number of messages that a listener handles together
 * @param maxDeliveries the number of failed deliveries after which a message is parked as a dead letter
 * @param retryParkedAfter the time between two attempts of a readable parked message
 * @param deadLetterRetention the time after which a parked message is removed, unhandled
 * @param replayTimeout the time for which a replay retries while the broker does not answer
 */
@Validated
@ConfigurationProperties("messaging")
record MessagingProperties(
        @NotNull @Pattern(regexp = "[A-Za-z0-9_-]+", message = "must be letters, digits, - and _")
        String queueGroup,

        @DefaultValue("PT30S") Duration ackWait,
        @Min(1) @Max(1024) @DefaultValue("128") int maxInFlight,
        @Min(1) @Max(1024) @DefaultValue("50") int batch,
        @Min(1) @DefaultValue("5") int maxDeliveries,
        @DefaultValue("PT1H") Duration retryParkedAfter,
        @DefaultValue("P90D") Duration deadLetterRetention,
        @DefaultValue("PT1M") Duration replayTimeout) {

    MessagingProperties {
        // the protocol has whole seconds
        if (ackWait.toSeconds() < 1) {
            throw new InvalidSettingException(
                    "MESSAGING_ACK_WAIT must be at least 1 s", "set it to a duration such as PT30S");
        }
        Settings.requirePositive("MESSAGING_RETRY_PARKED_AFTER", retryParkedAfter, "PT1H");
        Settings.requirePositive("MESSAGING_DEAD_LETTER_RETENTION", deadLetterRetention, "P90D");
    }
}
