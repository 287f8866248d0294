package com.ticketing.common.messaging;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.Subject;
import io.micrometer.core.instrument.MeterRegistry;
import io.nats.streaming.Message;
import io.nats.streaming.StreamingConnection;
import io.nats.streaming.Subscription;
import io.nats.streaming.SubscriptionOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Subscribes the listeners through the service's durable queue group, with manual acknowledgement. At shutdown it waits
 * up to 15 s for the messages in progress and closes the subscriptions. It never unsubscribes: the broker keeps the
 * group and its position in the channel.
 */
final class Listeners implements SmartLifecycle, BrokerConnection.Subscriber {

    /** Stops before the relay, so that a message in progress can still publish, and after the web server. */
    static final int PHASE = 200;

    private static final Duration MAX_STOP = Duration.ofSeconds(15);
    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private final List<ListenerAdapter<?>> adapters;
    private final BrokerConnection connection;
    private final MessagingProperties properties;
    private final Map<Subject, ConsumerMetrics> metrics = new EnumMap<>(Subject.class);
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    /** Held for reading while messages are handled; can be held for writing only when none is. */
    private final ReentrantReadWriteLock inProgress = new ReentrantReadWriteLock();

    /** Set when this process stops using the subscriptions of a connection; each connection has its own flag. */
    private volatile AtomicBoolean closed = new AtomicBoolean();

    private volatile boolean running;

    Listeners(
            List<ListenerAdapter<?>> adapters,
            BrokerConnection connection,
            MessagingProperties properties,
            MeterRegistry meters,
            Clock clock) {
        this.adapters = adapters;
        this.connection = connection;
        this.properties = properties;
        adapters.forEach(
                adapter -> metrics.put(adapter.subject(), new ConsumerMetrics(adapter.subject(), meters, clock)));
        connection.onSubscribe(this);
    }

    /** Returns the metrics of the listeners' channels. */
    Map<Subject, ConsumerMetrics> metrics() {
        return metrics;
    }

    @Override
    public void subscribe(StreamingConnection to) throws IOException, InterruptedException, TimeoutException {
        subscriptions.clear();
        // what has arrived on an earlier connection cannot be acknowledged any more
        closed.set(true);
        closed = new AtomicBoolean();
        // read after the flag is replaced: otherwise stop() could set the previous one
        if (!connection.isConsuming()) {
            return;
        }
        for (ListenerAdapter<?> adapter : adapters) {
            subscriptions.add(subscribe(to, adapter, closed));
        }
    }

    private <E extends Event> Subscription subscribe(
            StreamingConnection to, ListenerAdapter<E> adapter, AtomicBoolean closed)
            throws IOException, InterruptedException, TimeoutException {
        Subject subject = adapter.subject();
        ArrivedMessages arrived = new ArrivedMessages(adapter, properties, inProgress.readLock(), closed);
        SubscriptionOptions options = new SubscriptionOptions.Builder()
                .durableName(properties.queueGroup())
                .deliverAllAvailable()
                .manualAcks()
                .ackWait(properties.ackWait())
                .maxInFlight(properties.maxInFlight())
                .dispatcher(subject.channel())
                .build();
        return to.subscribe(
                connection.channel(subject),
                properties.queueGroup(),
                message -> arrived.add(delivery(subject, message)),
                options);
    }

    private Delivery delivery(Subject subject, Message message) {
        ConsumerMetrics channel = Objects.requireNonNull(metrics.get(subject));
        ReceivedMessage received = ReceivedMessage.of(subject, message);
        channel.received(received);
        return new Delivery(received, () -> {
            message.ack();
            channel.acknowledged(received);
        });
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        connection.stopConsuming();
        closed.set(true);
        running = false;
        if (!awaitInProgress()) {
            log.warn("Listener did not finish in time, redelivery follows: waited={}", MAX_STOP);
        }
        subscriptions.forEach(Listeners::close);
        subscriptions.clear();
    }

    private boolean awaitInProgress() {
        try {
            if (inProgress.writeLock().tryLock(MAX_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                inProgress.writeLock().unlock();
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static void close(Subscription subscription) {
        boolean interrupted = Thread.currentThread().isInterrupted();
        try {
            subscription.close();
        } catch (IOException | RuntimeException e) {
            log.debug("Subscription not closed by the broker", e);
            if (!interrupted) {
                // the client library interrupts its caller if the broker does not answer
                var unused = Thread.interrupted();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
