package com.ticketing.common.messaging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are received.
 *
 * @param queueGroup the durable queue group that all processes of a service share
 * @param ackWait how long the broker waits for an ack before it delivers a message again
 * @param maxInFlight unacked messages per listener and process
 * @param maxDeliveries failed deliveries after which a message is parked as a dead letter
 * @param retryParkedAfter how long a parked message that could be read rests before it is tried again
 * @param replayTimeout how long a replay retries while the broker does not answer
 */
@Validated
@ConfigurationProperties("messaging")
record MessagingProperties(
        @NotNull @Pattern(regexp = "[A-Za-z0-9_-]+", message = "must be letters, digits, - and _")
        String queueGroup,

        @DefaultValue("PT30S") Duration ackWait,
        @Min(1) @Max(1024) @DefaultValue("16") int maxInFlight,
        @Min(1) @DefaultValue("5") int maxDeliveries,
        @DefaultValue("PT1H") Duration retryParkedAfter,
        @DefaultValue("PT1M") Duration replayTimeout) {}
