package com.ticketing.servicetest;

import static com.ticketing.testsupport.Eventually.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.Subject;
import com.ticketing.testsupport.SignedIn;
import io.nats.streaming.NatsStreaming;
import io.nats.streaming.Options;
import io.nats.streaming.StreamingConnection;
import io.nats.streaming.SubscriptionOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Publishes the events of other services and receives those of the tested one, with the broker's own client. */
public final class Channels implements AutoCloseable {

    /**
     * A received message.
     *
     * @param text its content as it was sent
     * @param at when the broker stored it
     */
    public record Received(String text, Instant at) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }
    }

    private final StreamingConnection connection;
    private final String prefix;
    private final Map<Subject, List<Received>> received = new ConcurrentHashMap<>();

    /** Connects to the broker and channels of the service with these settings. */
    public Channels(Environment environment) throws IOException, InterruptedException {
        Options options = new Options.Builder()
                .natsUrl(environment.getRequiredProperty("nats.url"))
                .connectWait(PATIENCE)
                .build();
        connection = NatsStreaming.connect(
                environment.getRequiredProperty("nats.cluster-id"), "test-" + SignedIn.newId(), options);
        prefix = environment.getRequiredProperty("nats.channel-prefix");
    }

    public void publish(Event event) {
        publish(event.subject(), EventJson.write(event, null));
    }

    public void publish(Subject subject, String json) {
        try {
            connection.publish(prefix + subject.channel(), json.getBytes(UTF_8));
        } catch (IOException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Publishes messages of one channel without waiting between them, so that they arrive together. */
    public void publishAll(Subject subject, List<String> json) {
        CountDownLatch stored = new CountDownLatch(json.size());
        try {
            for (String message : json) {
                connection.publish(prefix + subject.channel(), message.getBytes(UTF_8), (guid, failure) -> {
                    if (failure == null) {
                        stored.countDown();
                    }
                });
            }
            if (!stored.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The broker has not stored all messages");
            }
        } catch (IOException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the messages of the channel received so far, from its first one, in the channel's order. */
    public List<Received> received(Subject subject) {
        return List.copyOf(received.computeIfAbsent(subject, this::subscribe));
    }

    /** Returns the events of the aggregate received so far. */
    public List<JsonNode> received(Subject subject, String id) {
        return receivedWith(subject, "id", id);
    }

    /** Returns the events received so far that have the given value in a field. */
    public List<JsonNode> receivedWith(Subject subject, String field, String value) {
        return received(subject).stream()
                .map(Received::json)
                .filter(event -> event.path(field).asString().equals(value))
                .toList();
    }

    private List<Received> subscribe(Subject subject) {
        List<Received> messages = new CopyOnWriteArrayList<>();
        try {
            connection.subscribe(
                    prefix + subject.channel(),
                    message -> messages.add(new Received(
                            new String(message.getData(), UTF_8), Instant.ofEpochSecond(0, message.getTimestamp()))),
                    new SubscriptionOptions.Builder()
                            .subscriptionTimeout(PATIENCE)
                            .deliverAllAvailable()
                            .build());
        } catch (IOException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
        return messages;
    }

    @Override
    public void close() throws IOException, TimeoutException {
        try {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
