package com.ticketing.common.messaging;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.Subject;
import io.nats.streaming.Message;
import io.nats.streaming.StreamingConnection;
import io.nats.streaming.Subscription;
import io.nats.streaming.SubscriptionOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
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

    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private final List<Delivery<?>> deliveries;
    private final BrokerConnection connection;
    private final MessagingProperties properties;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    /** Held for reading while a message is handled, for writing by the one who stops. */
    private final ReentrantReadWriteLock inHand = new ReentrantReadWriteLock();

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
        for (Delivery<?> delivery : deliveries) {
            subscriptions.add(subscribe(to, delivery));
        }
    }

    private <E extends Event> Subscription subscribe(StreamingConnection to, Delivery<E> delivery)
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
                connection.channel(subject), properties.queueGroup(), message -> receive(delivery, message), options);
    }

    private void receive(Delivery<?> delivery, Message message) {
        inHand.readLock().lock();
        try {
            if (running && delivery.deliver(ReceivedMessage.of(delivery.subject(), message))) {
                message.ack();
            }
        } catch (IOException | IllegalStateException e) {
            log.warn(
                    "{} could not be acked and will come again: {}",
                    delivery.subject().channel(),
                    e.getMessage());
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
        running = false;
        inHand.writeLock().lock();
        try {
            for (Subscription subscription : subscriptions) {
                subscription.close();
            }
        } catch (IOException | IllegalStateException e) {
            log.debug("The broker was gone before the subscriptions were closed", e);
        } finally {
            inHand.writeLock().unlock();
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
