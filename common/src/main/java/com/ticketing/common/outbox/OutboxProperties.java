package com.ticketing.common.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the relay works.
 *
 * @param sweepInterval how often it looks for events that are due and were not published with their write; the most that
 *     a delayed event comes late
 * @param lease how long a process may take to publish an aggregate's events before others may; longer than the broker's
 *     acks take
 * @param batch aggregates that one round of a sweep takes
 */
@ConfigurationProperties("outbox")
record OutboxProperties(
        @DefaultValue("PT5S") Duration sweepInterval,
        @DefaultValue("PT30S") Duration lease,
        @DefaultValue("1000") int batch) {}
