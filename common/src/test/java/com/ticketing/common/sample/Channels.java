package com.ticketing.common.sample;

import static com.ticketing.testsupport.Eventually.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.Subject;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.streaming.NatsStreaming;
import io.nats.streaming.Options;
import io.nats.streaming.StreamingConnection;
import io.nats.streaming.SubscriptionOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.springframework.core.env.Environment;

/** Publishes and reads messages with the broker's own client, without the library. */
public final class Channels implements AutoCloseable {

    private final Connection nats;
    private final StreamingConnection streaming;
    private final String prefix;

    private Channels(Connection nats, StreamingConnection streaming, String prefix) {
        this.nats = nats;
        this.streaming = streaming;
        this.prefix = prefix;
    }

    /** Connects to the broker and channels of the service with these settings. */
    public static Channels open(Environment environment) throws IOException, InterruptedException {
        return open(
                environment.getRequiredProperty("nats.url"),
                environment.getRequiredProperty("nats.cluster-id"),
                environment.getRequiredProperty("nats.channel-prefix"));
    }

    public static Channels open(String url, String clusterId, String prefix) throws IOException, InterruptedException {
        Connection nats = Nats.connect(io.nats.client.Options.builder()
                .server(url)
                .connectionTimeout(PATIENCE)
                .build());
        Options options =
                new Options.Builder().natsConn(nats).connectWait(PATIENCE).build();
        return new Channels(nats, NatsStreaming.connect(clusterId, "test-" + new ObjectId(), options), prefix);
    }

    /** Returns a live list of all events of the channel, in its order. */
    public <E extends Event> List<E> all(Class<E> type) throws IOException, InterruptedException, TimeoutException {
        List<E> events = new CopyOnWriteArrayList<>();
        streaming.subscribe(
                prefix + Subject.of(type).channel(),
                message -> events.add(EventJson.read(type, new String(message.getData(), UTF_8))),
                new SubscriptionOptions.Builder()
                        .subscriptionTimeout(PATIENCE)
                        .deliverAllAvailable()
                        .build());
        return events;
    }

    public void publish(Event event) throws IOException, InterruptedException, TimeoutException {
        publish(event.subject(), EventJson.write(event, null));
    }

    public void publish(Subject subject, String text) throws IOException, InterruptedException, TimeoutException {
        streaming.publish(prefix + subject.channel(), text.getBytes(UTF_8));
    }

    /** Publishes without waiting for single acknowledgements. Returns after the broker has stored all messages. */
    public void publishPipelined(String channel, Stream<byte[]> messages)
            throws IOException, InterruptedException, TimeoutException {
        List<CompletableFuture<Void>> acks = new ArrayList<>();
        for (byte[] message : (Iterable<byte[]>) messages::iterator) {
            CompletableFuture<Void> stored = new CompletableFuture<>();
            acks.add(stored);
            streaming.publish(channel, message, (guid, failure) -> {
                if (failure == null) {
                    stored.complete(null);
                } else {
                    stored.completeExceptionally(failure);
                }
            });
        }
        acks.forEach(CompletableFuture::join);
    }

    /** Returns the sequence number of the first message that a new durable queue group receives. */
    public long firstGivenToANewGroup(String channel, String group)
            throws IOException, InterruptedException, TimeoutException {
        CompletableFuture<Long> first = new CompletableFuture<>();
        SubscriptionOptions options = new SubscriptionOptions.Builder()
                .durableName(group)
                .subscriptionTimeout(PATIENCE)
                .deliverAllAvailable()
                .build();
        streaming.subscribe(channel, group, message -> first.complete(message.getSequence()), options);
        return first.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() throws IOException, TimeoutException {
        try {
            streaming.close();
            nats.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
