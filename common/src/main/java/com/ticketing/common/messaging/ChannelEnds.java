package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import io.nats.streaming.StreamingConnection;
import io.nats.streaming.Subscription;
import io.nats.streaming.SubscriptionOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the broker for the last message of a channel. The protocol has no request for it, so this subscribes briefly.
 */
final class ChannelEnds {

    /** Longer than the client library's 2 s: a request that times out can still leave a subscription at the broker. */
    static final Duration SUBSCRIBE_WITHIN = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(ChannelEnds.class);

    private final BrokerConnection connection;

    ChannelEnds(BrokerConnection connection) {
        this.connection = connection;
    }

    /**
     * Returns the position of the last message, or {@link ChannelPosition#START} if the channel is empty.
     *
     * @param silence the protocol does not report an empty channel; a channel without a message for this time is
     *     considered empty
     */
    ChannelPosition lastPosition(StreamingConnection broker, Subject subject, Duration silence)
            throws IOException, InterruptedException, TimeoutException {
        AtomicReference<ChannelPosition> last = new AtomicReference<>(ChannelPosition.START);
        CountDownLatch received = new CountDownLatch(1);
        Subscription subscription = broker.subscribe(
                connection.channel(subject),
                message -> {
                    last.compareAndSet(ChannelPosition.START, ReceivedMessage.positionOf(message));
                    received.countDown();
                },
                // not the dispatcher of the messages, which may be busy
                new SubscriptionOptions.Builder()
                        .dispatcher("last-" + subject.channel())
                        .subscriptionTimeout(SUBSCRIBE_WITHIN)
                        .startWithLastReceived()
                        .build());
        boolean answered = false;
        try {
            answered = received.await(silence.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (answered) {
                end(subscription);
            } else {
                // silence means an empty channel only if the broker responds to this request
                unsubscribe(subscription);
            }
        }
        return last.get();
    }

    /** Ignores a missing response: the subscription then ends with the connection. */
    static void end(Subscription subscription) {
        try {
            unsubscribe(subscription);
        } catch (IOException | RuntimeException e) {
            log.debug("Unsubscribing not confirmed by the broker", e);
        }
    }

    private static void unsubscribe(Subscription subscription) throws IOException {
        boolean interrupted = Thread.currentThread().isInterrupted();
        try {
            subscription.unsubscribe();
        } catch (IOException e) {
            if (!interrupted) {
                // the client library interrupts its caller when the broker does not respond
                var unused = Thread.interrupted();
            }
            throw e;
        }
    }
}
