package com.ticketing.devservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.streaming.NatsStreaming;
import io.nats.streaming.Options;
import io.nats.streaming.StreamingConnection;
import io.nats.streaming.SubscriptionOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

/** A client that can disappear without closing its connection, like a killed one. */
final class StreamingClient implements AutoCloseable {

    /** The time limit of every wait, far longer than a busy machine needs: only a failure takes so long. */
    static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Connection nats;
    private final StreamingConnection streaming;

    private StreamingClient(Connection nats, StreamingConnection streaming) {
        this.nats = nats;
        this.streaming = streaming;
    }

    static StreamingClient connect(String url, String clusterId, String clientId)
            throws IOException, InterruptedException {
        return connect(url, clusterId, clientId, TIMEOUT);
    }

    /** @param acknowledgedWithin after which a published message counts as lost */
    static StreamingClient connect(String url, String clusterId, String clientId, Duration acknowledgedWithin)
            throws IOException, InterruptedException {
        Connection nats = Nats.connect(url);
        Options options = new Options.Builder()
                .natsConn(nats)
                .connectWait(TIMEOUT)
                .pubAckWait(acknowledgedWithin)
                .build();
        return new StreamingClient(nats, NatsStreaming.connect(clusterId, clientId, options));
    }

    void publish(String channel, String message) throws IOException, InterruptedException, TimeoutException {
        streaming.publish(channel, message.getBytes(UTF_8));
    }

    /** Returns whether the server has acknowledged the message, once that is known. */
    CompletableFuture<Boolean> publishWithoutWaiting(String channel, String message)
            throws IOException, InterruptedException, TimeoutException {
        CompletableFuture<Boolean> acknowledged = new CompletableFuture<>();
        streaming.publish(channel, message.getBytes(UTF_8), (guid, failure) -> acknowledged.complete(failure == null));
        return acknowledged;
    }

    List<String> receiveAll(String channel) throws IOException, InterruptedException, TimeoutException {
        List<String> received = new CopyOnWriteArrayList<>();
        streaming.subscribe(
                channel,
                message -> received.add(new String(message.getData(), UTF_8)),
                new SubscriptionOptions.Builder()
                        .subscriptionTimeout(TIMEOUT)
                        .deliverAllAvailable()
                        .build());
        return received;
    }

    List<String> receiveDurably(String channel, String group)
            throws IOException, InterruptedException, TimeoutException {
        List<String> received = new CopyOnWriteArrayList<>();
        streaming.subscribe(
                channel,
                group,
                message -> received.add(new String(message.getData(), UTF_8)),
                new SubscriptionOptions.Builder()
                        .subscriptionTimeout(TIMEOUT)
                        .durableName(group)
                        .deliverAllAvailable()
                        .build());
        return received;
    }

    @Override
    public void close() {
        cut();
    }

    void cut() {
        try {
            nats.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
