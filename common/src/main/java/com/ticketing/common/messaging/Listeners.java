package com.ticketing.common.messaging;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.Subject;
import io.nats.streaming.Message;
import io.nats.streaming.StreamingConnection;
import io.nats.streaming.Subscription;
import io.nats.streaming.SubscriptionOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Subscribes the service's listeners through its durable queue group with manual acks. When the service stops, the
 * messages in hand are finished and the subscriptions closed, never unsubscribed: the group and its place in the channel
 * stay.
 */
final class Listeners implements SmartLifecycle, BrokerConnection.Subscriber {

    /** Above the relay, so that a message in hand can still publish; below the web server. */
    static final int PHASE = 200;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);
    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private final List<Delivery<?>> deliveries;
    private final BrokerConnection connection;
    private final MessagingProperties properties;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    /** Held for reading while a message is handled; whoever gets it for writing knows that none is. */
    private final ReentrantReadWriteLock inHand = new ReentrantReadWriteLock();

    /** Set once the subscriptions of a connection are given up; each connection has its own. */
    private volatile AtomicBoolean closed = new AtomicBoolean();

    private volatile boolean running;

    Listeners(List<Delivery<?>> deliveries, BrokerConnection connection, MessagingProperties properties) {
        this.deliveries = deliveries;
        this.connection = connection;
        this.properties = properties;
        connection.onSubscribe(this);
    }

    @Override
    public void subscribe(StreamingConnection to) throws IOException, InterruptedException, TimeoutException {
        subscriptions.clear();
        closed = new AtomicBoolean();
        for (Delivery<?> delivery : deliveries) {
            subscriptions.add(subscribe(to, delivery, closed));
        }
    }

    private <E extends Event> Subscription subscribe(
            StreamingConnection to, Delivery<E> delivery, AtomicBoolean givenUp)
            throws IOException, InterruptedException, TimeoutException {
        Subject subject = delivery.subject();
        SubscriptionOptions options = new SubscriptionOptions.Builder()
                .durableName(properties.queueGroup())
                .deliverAllAvailable()
                .manualAcks()
                .ackWait(properties.ackWait())
                .maxInFlight(properties.maxInFlight())
                // a thread of its own, so that a slow listener does not hold up the others
                .dispatcher(subject.channel())
                .build();
        return to.subscribe(
                connection.channel(subject),
                properties.queueGroup(),
                message -> receive(delivery, message, givenUp),
                options);
    }

    private void receive(Delivery<?> delivery, Message message, AtomicBoolean givenUp) {
        inHand.readLock().lock();
        try {
            if (!givenUp.get() && delivery.deliver(ReceivedMessage.of(delivery.subject(), message))) {
                message.ack();
            }
        } catch (IOException | RuntimeException e) {
            log.warn(
                    "{} could not be acked and will come again: {}",
                    delivery.subject().channel(),
                    e.toString());
        } finally {
            inHand.readLock().unlock();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        closed.set(true);
        running = false;
        boolean handled = awaitInHand();
        if (!handled) {
            log.warn("A listener is still busy; its message will come again");
        }
        subscriptions.forEach(Listeners::close);
        subscriptions.clear();
    }

    private boolean awaitInHand() {
        try {
            if (inHand.writeLock().tryLock(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                inHand.writeLock().unlock();
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
            log.debug("The broker was gone before the subscription was closed", e);
            if (!interrupted) {
                // the client library interrupts its caller when the broker does not answer
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
