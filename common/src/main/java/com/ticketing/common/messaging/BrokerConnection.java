package com.ticketing.common.messaging;

import com.ticketing.common.events.Subject;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.streaming.NatsStreaming;
import io.nats.streaming.StreamingConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The process's one connection to NATS Streaming, kept up in the background: the application starts and runs without
 * it. Every loss, however noticed, takes one path: the connection is dropped whole and made anew under the same client
 * id, which lets the server give up the old one at once, and its subscriptions are made again.
 */
final class BrokerConnection implements EventPublisher, SmartLifecycle {

    /** Below the listeners and the relay, which use it until they have stopped. */
    static final int PHASE = 0;

    private static final Logger log = LoggerFactory.getLogger(BrokerConnection.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(250);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);
    private static final Duration PING_INTERVAL = Duration.ofSeconds(2);
    private static final int MAX_PINGS_OUT = 3;
    private static final Duration PUBLISH_ACK_WAIT = Duration.ofSeconds(10);

    /** What the connection is used for; each is opened again with every new connection. */
    interface Subscriber {
        void subscribe(StreamingConnection connection) throws IOException, InterruptedException, TimeoutException;
    }

    private final NatsProperties properties;
    private final String clientId;
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final List<Runnable> connectedActions = new CopyOnWriteArrayList<>();
    private final Map<Long, CompletableFuture<Void>> unacknowledged = new ConcurrentHashMap<>();
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong losses = new AtomicLong();
    private volatile @Nullable StreamingConnection current;
    private volatile @Nullable Thread keeper;

    BrokerConnection(NatsProperties properties, String clientId) {
        this.properties = properties;
        this.clientId = clientId;
    }

    void onSubscribe(Subscriber subscriber) {
        subscribers.add(subscriber);
    }

    @Override
    public void onConnected(Runnable action) {
        connectedActions.add(action);
    }

    @Override
    public boolean isConnected() {
        return current != null;
    }

    StreamingConnection current() throws IOException {
        StreamingConnection connection = current;
        if (connection == null) {
            throw new IOException("The broker is away");
        }
        return connection;
    }

    /** Whether the connection was neither lost nor replaced by another since. */
    @SuppressWarnings("ReferenceEquality") // this very connection is meant
    boolean isStill(StreamingConnection connection) {
        return current == connection;
    }

    String channel(Subject subject) {
        return properties.channelPrefix() + subject.channel();
    }

    @Override
    public CompletableFuture<Void> publish(Subject subject, String json) {
        long lossesBefore = losses.get();
        StreamingConnection connection = current;
        if (connection == null) {
            return CompletableFuture.failedFuture(new IOException("The broker is away"));
        }
        CompletableFuture<Void> stored = new CompletableFuture<>();
        Long number = published.incrementAndGet();
        unacknowledged.put(number, stored);
        try {
            connection.publish(channel(subject), json.getBytes(StandardCharsets.UTF_8), (guid, failure) -> {
                if (failure == null) {
                    stored.complete(null);
                } else {
                    stored.completeExceptionally(failure);
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stored.completeExceptionally(e);
        } catch (IOException | TimeoutException | RuntimeException e) {
            // the client library throws whatever it runs into when it is closed meanwhile
            stored.completeExceptionally(e);
        }
        if (losses.get() != lossesBefore) {
            stored.completeExceptionally(new IOException("The broker went away"));
        }
        return stored.whenComplete((done, failure) -> unacknowledged.remove(number));
    }

    @Override
    public void start() {
        Thread thread = Thread.ofVirtual().name("broker-connection").unstarted(this::keepConnected);
        // before it starts, since it runs as long as this is set
        keeper = thread;
        thread.start();
    }

    private void keepConnected() {
        Duration backoff = FIRST_BACKOFF;
        try {
            while (Thread.currentThread() == keeper) {
                if (stayConnected()) {
                    backoff = FIRST_BACKOFF;
                }
                log.info("Connecting to the broker again in {} ms", backoff.toMillis());
                Thread.sleep(backoff);
                Duration doubled = backoff.multipliedBy(2);
                backoff = doubled.compareTo(LONGEST_BACKOFF) < 0 ? doubled : LONGEST_BACKOFF;
            }
        } catch (InterruptedException e) {
            // stop() asks to end this way
            Thread.currentThread().interrupt();
        }
    }

    /** Connects and returns when the connection is lost; false if there was none to begin with. */
    private boolean stayConnected() throws InterruptedException {
        CountDownLatch lost = new CountDownLatch(1);
        boolean connected = false;
        try {
            Connection nats = Nats.connect(natsOptions(lost));
            try {
                StreamingConnection connection =
                        NatsStreaming.connect(properties.clusterId(), clientId, streamingOptions(nats, lost));
                try {
                    open(connection);
                    connected = true;
                    lost.await();
                    log.warn("Lost the broker; events wait in the outboxes");
                } finally {
                    drop(connection, lost);
                }
            } finally {
                nats.close();
            }
        } catch (IOException | TimeoutException | RuntimeException e) {
            log.warn("No broker: {}", NatsProperties.withoutPasswords(e.getMessage()));
        }
        return connected;
    }

    private void open(StreamingConnection connection) throws IOException, InterruptedException, TimeoutException {
        for (Subscriber subscriber : subscribers) {
            subscriber.subscribe(connection);
        }
        current = connection;
        log.info("Connected to the broker as {}", clientId);
        connectedActions.forEach(Runnable::run);
    }

    private void drop(StreamingConnection connection, CountDownLatch lost) {
        current = null;
        losses.incrementAndGet();
        unacknowledged
                .values()
                .forEach(stored -> stored.completeExceptionally(new IOException("The broker went away")));
        if (lost.getCount() > 0) {
            close(connection);
        }
    }

    /** Lets the server pass on this client's messages at once. A lost connection is spared it: nobody would answer. */
    private static void close(StreamingConnection connection) {
        try {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | TimeoutException | RuntimeException e) {
            // among them the library's own failure to close while it waits for acks of the broker
            log.debug("The broker did not see this client off", e);
        }
    }

    private io.nats.client.Options natsOptions(CountDownLatch lost) {
        return new io.nats.client.Options.Builder()
                .servers(properties.url().split(","))
                .connectionName(clientId)
                .noReconnect()
                .connectionTimeout(Duration.ofSeconds(2))
                .connectionListener((connection, event) -> {
                    if (event == io.nats.client.ConnectionListener.Events.CLOSED
                            || event == io.nats.client.ConnectionListener.Events.DISCONNECTED) {
                        lost.countDown();
                    }
                })
                .errorListener(new BrokerErrors())
                .build();
    }

    private io.nats.streaming.Options streamingOptions(Connection nats, CountDownLatch lost) {
        return new io.nats.streaming.Options.Builder()
                .natsConn(nats)
                .connectWait(Duration.ofSeconds(2))
                .pubAckWait(PUBLISH_ACK_WAIT)
                .pingInterval(PING_INTERVAL)
                .maxPingsOut(MAX_PINGS_OUT)
                .connectionLostHandler((connection, reason) -> lost.countDown())
                .build();
    }

    @Override
    public void stop() {
        Thread stopping = keeper;
        keeper = null;
        if (stopping != null) {
            stopping.interrupt();
            try {
                stopping.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return keeper != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
