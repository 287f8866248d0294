package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
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
    private ChannelPosition lastMessage = ChannelPosition.START;

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
        compareWithLastMessage(message.position());
        acknowledged.compareAndSet(UNKNOWN, message.sequence() - 1);
    }

    void acknowledged(ReceivedMessage message) {
        acknowledged.accumulateAndGet(message.sequence(), Math::max);
        age.record(Duration.between(message.publishedAt(), clock.instant()));
    }

    /**
     * Sets the end of the channel. A process that has not received anything yet counts from the first known end.
     * Sequence numbers start again when the broker's store is replaced.
     */
    void endsAt(ChannelPosition position) {
        end = position.sequence();
        if (firstEnd == UNKNOWN || end < firstEnd) {
            firstEnd = end;
        }
        acknowledged.updateAndGet(sequence -> Math.min(sequence, end));
        compareWithLastEnd(position);
    }

    /** A channel that seems empty proves nothing: a slow broker looks the same. */
    private synchronized void compareWithLastEnd(ChannelPosition position) {
        if (position.equals(ChannelPosition.START)) {
            return;
        }
        if (position.includes(lastEnd)) {
            compareWithLastMessage(position);
        } else {
            replacedAt(position);
        }
        lastEnd = position;
    }

    /** The first message from a new store is almost always earlier in the sequence and later in time. */
    private synchronized void compareWithLastMessage(ChannelPosition position) {
        if (!position.isConsistentWith(lastMessage)) {
            replacedAt(position);
        } else if (position.includes(lastMessage)) {
            lastMessage = position;
        }
    }

    private void replacedAt(ChannelPosition position) {
        replacements.increment();
        log.warn(
                "The broker's store was replaced, a republication of every service is needed:"
                        + " channel={} sequence={} previousSequence={}",
                subject.channel(),
                position.sequence(),
                lastMessage.sequence());
        lastEnd = position;
        lastMessage = position;
    }

    /** Returns NaN, which means unknown, before the end of the channel is known. */
    private double lag() {
        long own = acknowledged.get();
        return end == UNKNOWN ? Double.NaN : Math.max(0, end - (own == UNKNOWN ? firstEnd : own));
    }
}
