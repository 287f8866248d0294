package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of a listener's channel: the age of handled events, redeliveries, the lag, and replacements of the
 * broker's store.
 *
 * <p>The lag is the number of messages between the last one that this process has acknowledged and the end of the
 * channel. The processes of a queue group share the messages, so the group's lag is the minimum of its processes.
 */
final class ConsumerMetrics {

    private static final Logger log = LoggerFactory.getLogger(ConsumerMetrics.class);

    private static final long UNKNOWN = -1;

    private static final Duration[] AGES = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30)
    };

    private final Subject subject;
    private final Clock clock;
    private final Timer age;
    private final Counter redeliveries;
    private final Counter replacements;
    private final AtomicLong acknowledged = new AtomicLong(UNKNOWN);
    private volatile long firstEnd = UNKNOWN;
    private volatile long end = UNKNOWN;
    private ChannelPosition lastEnd = ChannelPosition.START;
    private long highestSequence;
    private Instant latestTime = Instant.EPOCH;

    ConsumerMetrics(Subject subject, MeterRegistry meters, Clock clock) {
        this.subject = subject;
        this.clock = clock;
        this.age = Timer.builder("messaging.event.age")
                .description("Time from the publication of an event to the end of its handling")
                .tag("channel", subject.channel())
                .serviceLevelObjectives(AGES)
                .register(meters);
        this.redeliveries = Counter.builder("messaging.redeliveries")
                .description("Messages that the broker has delivered again")
                .tag("channel", subject.channel())
                .register(meters);
        this.replacements = Counter.builder("messaging.store.replacements")
                .description("Replacements of the broker's store that this process has noticed")
                .tag("channel", subject.channel())
                .register(meters);
        Gauge.builder("messaging.consumer.lag", this, ConsumerMetrics::lag)
                .description("Messages of the channel after the last one that this process has acknowledged")
                .tag("channel", subject.channel())
                .register(meters);
    }

    void received(ReceivedMessage message) {
        if (message.redelivered()) {
            redeliveries.increment();
        }
        compareWithEarlier(message.position());
        acknowledged.compareAndSet(UNKNOWN, message.sequence() - 1);
    }

    void acknowledged(ReceivedMessage message) {
        acknowledged.accumulateAndGet(message.sequence(), Math::max);
        age.record(Duration.between(message.publishedAt(), clock.instant()));
    }

    /**
     * Sets the end of the channel. A process that has not received anything yet counts from the first known end.
     * Sequence numbers start again when the broker's store is replaced. A channel that seems empty and was not proves
     * nothing: a slow broker looks the same.
     */
    synchronized void endsAt(ChannelPosition position) {
        if (position.equals(ChannelPosition.START) && !lastEnd.equals(ChannelPosition.START)) {
            return;
        }
        end = position.sequence();
        if (firstEnd == UNKNOWN || end < firstEnd) {
            firstEnd = end;
        }
        acknowledged.updateAndGet(sequence -> Math.min(sequence, end));
        if (position.includes(lastEnd) && !position.isOtherMessage(lastEnd)) {
            compareWithEarlier(position);
        } else {
            replacedAt(position);
        }
        lastEnd = position;
    }

    /**
     * A new store counts from 1 again, at a later time. A higher sequence number with an earlier time proves nothing:
     * after a restart or a change of the leader, the broker's clock may be behind.
     */
    private synchronized void compareWithEarlier(ChannelPosition position) {
        if (position.sequence() <= highestSequence && position.publishedAt().isAfter(latestTime)) {
            replacedAt(position);
        } else {
            highestSequence = Math.max(highestSequence, position.sequence());
            latestTime = Collections.max(List.of(latestTime, position.publishedAt()));
        }
    }

    private void replacedAt(ChannelPosition position) {
        replacements.increment();
        log.warn(
                "The broker's store was replaced, a republication of every service is needed:"
                        + " channel={} sequence={} previousSequence={}",
                subject.channel(),
                position.sequence(),
                highestSequence);
        lastEnd = position;
        highestSequence = position.sequence();
        latestTime = position.publishedAt();
    }

    /** Returns NaN, which means unknown, before the end of the channel is known. */
    private double lag() {
        long own = acknowledged.get();
        return end == UNKNOWN ? Double.NaN : Math.max(0, end - (own == UNKNOWN ? firstEnd : own));
    }
}
