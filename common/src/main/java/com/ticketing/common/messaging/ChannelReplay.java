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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Gives the service's listeners everything again that its channels hold, from the first message on: for a database that
 * is new, was restored from an older copy, or has lost what it knew of others. The durable queue group is not touched,
 * and since listeners tolerate any event again and late, the service goes on working meanwhile. A message that fails
 * comes again after the ack-wait and is parked in the end, as in {@link Delivery}.
 */
class ChannelReplay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChannelReplay.class);

    /** How long an empty channel is waited for, since the broker says nothing of it. */
    private static final Duration FIRST_MESSAGE_WITHIN = Duration.ofSeconds(5);

    private final List<Delivery<?>> deliveries;
    private final BrokerConnection connection;
    private final MessagingProperties properties;
    private volatile List<ReplayedChannel> channels = List.of();
    private @Nullable Thread reader;
    private volatile boolean running;

    ChannelReplay(List<Delivery<?>> deliveries, BrokerConnection connection, MessagingProperties properties) {
        this.deliveries = deliveries;
        this.connection = connection;
        this.properties = properties;
    }

    /** How far the last replay of this process has come; empty if there was none. */
    List<ReplayedChannel.Progress> progress() {
        return channels.stream().map(ReplayedChannel::progress).toList();
    }

    /** Begins, and returns at once. A replay that is going on goes on. */
    synchronized void begin() {
        if (reader != null && reader.isAlive()) {
            return;
        }
        List<ReplayedChannel> next = new ArrayList<>();
        deliveries.forEach(delivery -> next.add(new ReplayedChannel(delivery)));
        channels = List.copyOf(next);
        reader = Thread.ofVirtual().name("channel-replay").start(() -> read(next));
    }

    /** All at once; an interrupt ends them all. */
    private void read(List<ReplayedChannel> all) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all.forEach(channel -> threads.execute(() -> readOrGiveUp(channel)));
        }
    }

    private void readOrGiveUp(ReplayedChannel channel) {
        try {
            read(channel);
        } catch (InterruptedException e) {
            // stop() asks to end this way
            Thread.currentThread().interrupt();
            channel.giveUp();
        } catch (IOException | TimeoutException | RuntimeException e) {
            channel.giveUp();
            log.warn(
                    "{} was not read to its end; begin again once the broker is back: {}",
                    channel.subject().channel(),
                    NatsProperties.withoutPasswords(e.toString()));
        }
    }

    private void read(ReplayedChannel channel) throws IOException, InterruptedException, TimeoutException {
        StreamingConnection broker = connection.current();
        channel.readTo(lastSequence(broker, channel.subject()));
        if (channel.isDone()) {
            return;
        }
        SubscriptionOptions fromTheStart = options(channel.subject())
                .deliverAllAvailable()
                .manualAcks()
                .ackWait(properties.ackWait())
                .maxInFlight(properties.maxInFlight())
                .build();
        Subscription subscription = broker.subscribe(
                connection.channel(channel.subject()), message -> receive(channel, message), fromTheStart);
        try {
            while (!channel.awaitDone(Duration.ofSeconds(1))) {
                if (!connection.isStill(broker)) {
                    throw new IOException("The connection to the broker was lost");
                }
            }
        } finally {
            subscription.unsubscribe();
        }
        log.info("{} was read again: {}", channel.subject().channel(), channel.progress());
    }

    private static void receive(ReplayedChannel channel, Message message) {
        try {
            if (channel.deliver(ReceivedMessage.of(channel.subject(), message))) {
                message.ack();
            }
        } catch (IOException | RuntimeException e) {
            log.warn(
                    "{} could not be acked and will come again: {}",
                    channel.subject().channel(),
                    e.toString());
        }
    }

    /** 0 if the channel is empty. */
    private long lastSequence(StreamingConnection broker, Subject subject)
            throws IOException, InterruptedException, TimeoutException {
        var last = new CompletableFuture<Long>();
        Subscription subscription = broker.subscribe(
                connection.channel(subject),
                message -> last.complete(message.getSequence()),
                options(subject).startWithLastReceived().build());
        try {
            return last.completeOnTimeout(0L, FIRST_MESSAGE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } finally {
            subscription.unsubscribe();
        }
    }

    private static SubscriptionOptions.Builder options(Subject subject) {
        return new SubscriptionOptions.Builder().dispatcher("replay-" + subject.channel());
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
