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
 * Keeps this process's connection to NATS Streaming open in the background. The application starts and runs without it.
 *
 * <p>Every loss is handled in the same way: the connection is closed and a new one is opened under the same client id,
 * so that the server closes the previous session immediately. Then all subscriptions are made again. Attempts are
 * repeated with an exponential backoff of 250 ms to 5 s.
 */
final class BrokerConnection implements EventPublisher, SmartLifecycle {

    /** Stops after the listeners and the relay, which use the connection. */
    static final int PHASE = 0;

    private static final Logger log = LoggerFactory.getLogger(BrokerConnection.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(250);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(5);
    private static final Duration PING_INTERVAL = Duration.ofSeconds(2);
    private static final int MAX_PINGS_OUT = 3;

    /** Makes subscriptions; called for every new connection. */
    interface Subscriber {
        void subscribe(StreamingConnection connection) throws IOException, InterruptedException, TimeoutException;
    }

    private final NatsProperties properties;
    private final String clientId;
    private final @Nullable BrokerTls tls;
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final List<Runnable> connectedActions = new CopyOnWriteArrayList<>();
    private final Map<Long, CompletableFuture<Void>> unacknowledged = new ConcurrentHashMap<>();
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong losses = new AtomicLong();
    private volatile @Nullable StreamingConnection current;
    private volatile @Nullable Thread keeper;
    private volatile boolean consuming = true;

    BrokerConnection(NatsProperties properties, String clientId) {
        this.properties = properties;
        this.clientId = clientId;
        this.tls = properties.secure() ? new BrokerTls(properties.ca()) : null;
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

    /** Makes {@link #isConsuming} false until the next start, because the application stops. */
    void stopConsuming() {
        consuming = false;
    }

    /** Returns whether a new connection may receive messages for the durable subscriptions. */
    boolean isConsuming() {
        return consuming;
    }

    StreamingConnection current() throws IOException {
        StreamingConnection connection = current;
        if (connection == null) {
            throw new IOException("The broker is not connected");
        }
        return connection;
    }

    /** Returns whether the connection has neither been lost nor replaced. */
    @SuppressWarnings("ReferenceEquality") // the same connection, not an equal one
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
            return CompletableFuture.failedFuture(new IOException("The broker is not connected"));
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
            // the client library throws various runtime exceptions if it is closed during the call
            stored.completeExceptionally(e);
        }
        if (losses.get() != lossesBefore) {
            stored.completeExceptionally(new IOException("The connection to the broker was lost"));
        }
        return stored.whenComplete((done, failure) -> unacknowledged.remove(number));
    }

    @Override
    public void start() {
        consuming = true;
        Thread thread = Thread.ofVirtual().name("broker-connection").unstarted(this::keepConnected);
        // set before the thread starts, because it runs as long as this field refers to it
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
                log.info("Reconnecting to the broker: backoff={}", backoff);
                Thread.sleep(backoff);
                Duration doubled = backoff.multipliedBy(2);
                backoff = doubled.compareTo(MAX_BACKOFF) < 0 ? doubled : MAX_BACKOFF;
            }
        } catch (InterruptedException e) {
            // stop() interrupts this thread
            Thread.currentThread().interrupt();
        }
    }

    /** Connects and waits until the connection is lost. Returns false if it could not be opened. */
    private boolean stayConnected() throws InterruptedException {
        CountDownLatch lost = new CountDownLatch(1);
        BrokerErrorLogger errors = new BrokerErrorLogger();
        boolean connected = false;
        try {
            Connection nats = Nats.connect(natsOptions(lost, errors));
            try {
                StreamingConnection connection =
                        NatsStreaming.connect(properties.clusterId(), clientId, streamingOptions(nats, lost));
                try {
                    open(connection);
                    connected = true;
                    lost.await();
                    log.warn("Broker connection lost, events stay in the outboxes: client={}", clientId);
                } finally {
                    drop(connection, lost);
                }
            } finally {
                nats.close();
            }
        } catch (IOException | TimeoutException | RuntimeException e) {
            log.warn("Broker connection failed: error={}", errors.describe(e));
        }
        return connected;
    }

    private void open(StreamingConnection connection) throws IOException, InterruptedException, TimeoutException {
        for (Subscriber subscriber : subscribers) {
            subscriber.subscribe(connection);
        }
        current = connection;
        log.info("Broker connected: client={}", clientId);
        connectedActions.forEach(Runnable::run);
    }

    private void drop(StreamingConnection connection, CountDownLatch lost) {
        current = null;
        losses.incrementAndGet();
        unacknowledged
                .values()
                .forEach(stored ->
                        stored.completeExceptionally(new IOException("The connection to the broker was lost")));
        if (lost.getCount() > 0) {
            close(connection);
        }
    }

    /**
     * Closes the session, so that the server redelivers this client's messages at once. Has no effect on a lost
     * connection.
     */
    private void close(StreamingConnection connection) {
        try {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | TimeoutException | RuntimeException e) {
            // the client library also fails if it closes while it waits for the broker's acknowledgements
            log.debug("Broker session not closed: client={}", clientId, e);
        }
    }

    private io.nats.client.Options natsOptions(CountDownLatch lost, BrokerErrorLogger errors) {
        var options = new io.nats.client.Options.Builder()
                .servers(properties.url().split(","))
                .connectionName(clientId)
                .noReconnect()
                // servers announce their IP addresses, for which no certificate is valid, and an attempt with them does
                // not end
                .ignoreDiscoveredServers()
                .connectionTimeout(Duration.ofSeconds(2))
                .connectionListener((connection, event) -> {
                    if (event == io.nats.client.ConnectionListener.Events.CLOSED
                            || event == io.nats.client.ConnectionListener.Events.DISCONNECTED) {
                        lost.countDown();
                    }
                })
                .errorListener(errors);
        if (tls != null) {
            // the modes that resolve replace the host by its IP address, for which the certificate is not valid
            options.sslContext(tls.context())
                    .hostnameResolveMode(io.nats.client.Options.HostnameResolveMode.HappyEyeballs);
        }
        return options.build();
    }

    private io.nats.streaming.Options streamingOptions(Connection nats, CountDownLatch lost) {
        return new io.nats.streaming.Options.Builder()
                .natsConn(nats)
                .connectWait(Duration.ofSeconds(2))
                .pubAckWait(PUBLISH_TIMEOUT)
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
