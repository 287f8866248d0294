package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import io.nats.streaming.Message;
import io.nats.streaming.StreamingConnection;
import io.nats.streaming.Subscription;
import io.nats.streaming.SubscriptionOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

/**
 * Delivers all messages of the service's channels to its listeners again, from the first one on: for a database that is
 * new, was restored from a backup or has lost its replicas.
 *
 * <p>The durable queue group is not touched. Listeners are idempotent, so the service keeps working during a replay. A
 * message that fails is redelivered after the ack-wait and finally parked, as in {@link ListenerAdapter}. If the broker
 * is slow or restarts, the replay retries and continues after the last handled message; if the broker's store was
 * replaced, it begins again. It gives up when, for {@link MessagingProperties#replayTimeout}, the broker has not
 * answered or a channel that had messages has been silent.
 */
class ChannelReplay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChannelReplay.class);

    /** The protocol does not report an empty channel; a channel without a message for this time is considered empty. */
    private static final Duration FIRST_MESSAGE_WITHIN = Duration.ofSeconds(5);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final List<ListenerAdapter<?>> adapters;
    private final BrokerConnection connection;
    private final ChannelEnds ends;
    private final MessagingProperties properties;
    private volatile List<ReplayedChannel> channels = List.of();
    private @Nullable Thread reader;
    private volatile boolean running;

    ChannelReplay(List<ListenerAdapter<?>> adapters, BrokerConnection connection, MessagingProperties properties) {
        this.adapters = adapters;
        this.connection = connection;
        this.ends = new ChannelEnds(connection);
        this.properties = properties;
    }

    /** Returns the progress of this process's last replay; empty if there was none. */
    List<ReplayedChannel.Progress> progress() {
        return channels.stream().map(ReplayedChannel::progress).toList();
    }

    /** Starts a replay in the background, unless one is running. */
    synchronized void begin() {
        if (reader != null && reader.isAlive()) {
            return;
        }
        List<ReplayedChannel> next = new ArrayList<>();
        adapters.forEach(adapter -> next.add(new ReplayedChannel(adapter)));
        channels = List.copyOf(next);
        reader = Thread.ofVirtual().name("channel-replay").start(() -> read(next));
    }

    /**
     * Reads the deletions of users after all other channels, because they erase what no other event shows to be needed:
     * the ticket of a deleted seller stays as it is if it was sold.
     */
    private void read(List<ReplayedChannel> all) {
        Map<Boolean, List<ReplayedChannel>> parts =
                all.stream().collect(Collectors.partitioningBy(channel -> channel.subject() == Subject.USER_DELETED));
        List<ReplayedChannel> others = parts.getOrDefault(false, List.of());
        List<ReplayedChannel> deletions = parts.getOrDefault(true, List.of());
        readConcurrently(others);
        if (others.stream().allMatch(ReplayedChannel::isDone)) {
            readConcurrently(deletions);
        } else {
            deletions.forEach(ChannelReplay::report);
        }
    }

    /** An interrupt ends all of them. */
    private void readConcurrently(List<ReplayedChannel> some) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            some.forEach(channel -> threads.execute(() -> readOrGiveUp(channel)));
        }
    }

    private void readOrGiveUp(ReplayedChannel channel) {
        try {
            readWithRetries(channel);
        } catch (InterruptedException e) {
            // stop() interrupts this thread
            Thread.currentThread().interrupt();
        }
        report(channel);
    }

    private static void report(ReplayedChannel channel) {
        boolean isDone = channel.isDone();
        if (!isDone) {
            channel.giveUp();
        }
        ReplayedChannel.Progress end = channel.progress();
        log.atLevel(isDone ? Level.INFO : Level.WARN)
                .log(
                        "{}: channel={} state={} handled={} last={}",
                        isDone ? "Replay finished" : "Replay not finished, start it again",
                        end.channel(),
                        end.state(),
                        end.handled(),
                        end.last());
    }

    /** Waits until the channel is done, the service stops, or the broker has not answered for the replay timeout. */
    private void readWithRetries(ReplayedChannel channel) throws InterruptedException {
        long answered = System.nanoTime();
        while (running && !channel.isDone()) {
            try {
                read(channel);
                answered = System.nanoTime();
            } catch (IOException | TimeoutException | RuntimeException e) {
                boolean retrying = System.nanoTime() - answered
                        < properties.replayTimeout().toNanos();
                log.warn(
                        "Replay failed: channel={} retrying={} error={}",
                        channel.subject().channel(),
                        retrying,
                        NatsProperties.withoutPasswords(e.toString()));
                if (!retrying) {
                    return;
                }
                channel.awaitDone(RETRY_AFTER);
            }
        }
    }

    /** Waits until the channel is done or the connection is lost; throws if the broker does not answer. */
    private void read(ReplayedChannel channel) throws IOException, InterruptedException, TimeoutException {
        StreamingConnection broker = connection.current();
        int store = channel.readTo(ends.lastPosition(broker, channel.subject(), FIRST_MESSAGE_WITHIN));
        if (channel.isDone()) {
            return;
        }
        SubscriptionOptions remaining = new SubscriptionOptions.Builder()
                .dispatcher("replay-" + channel.subject().channel())
                .subscriptionTimeout(ChannelEnds.SUBSCRIBE_WITHIN)
                .startAtSequence(channel.resumeFrom())
                .manualAcks()
                .ackWait(properties.ackWait())
                .maxInFlight(properties.maxInFlight())
                .build();
        Subscription subscription = broker.subscribe(
                connection.channel(channel.subject()), message -> receive(channel, store, message), remaining);
        try {
            boolean done;
            do {
                done = channel.awaitDone(Duration.ofSeconds(1));
            } while (!done && channel.isReading() && connection.isStill(broker));
        } finally {
            ChannelEnds.end(subscription);
        }
    }

    private static void receive(ReplayedChannel channel, int store, Message message) {
        try {
            if (channel.deliver(ReceivedMessage.of(channel.subject(), message), store)) {
                message.ack();
            }
        } catch (IOException | RuntimeException e) {
            log.warn(
                    "Acknowledgement failed, redelivery follows: channel={} sequence={} error={}",
                    channel.subject().channel(),
                    message.getSequence(),
                    e.toString());
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (reader != null) {
            reader.interrupt();
            try {
                reader.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Listeners.PHASE;
    }
}
