package com.ticketing.expiration.timer;

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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other services: publishes what they would and hears what they would, with the broker's own client. */
final class Channels implements AutoCloseable {

    private final StreamingConnection connection;
    private final String prefix;
    private final Queue<Fired> heard = new ConcurrentLinkedQueue<>();

    Channels(Environment environment) throws IOException, InterruptedException {
        Options options = new Options.Builder()
                .natsUrl(environment.getRequiredProperty("nats.url"))
                .connectWait(PATIENCE)
                .build();
        connection = NatsStreaming.connect(
                environment.getRequiredProperty("nats.cluster-id"), "test-" + SignedIn.newId(), options);
        prefix = environment.getRequiredProperty("nats.channel-prefix");
        listen(Subject.EXPIRATION_COMPLETE);
    }

    void publish(Event event) {
        publish(event.subject(), EventJson.write(event, null));
    }

    void publish(Subject subject, String json) {
        try {
            connection.publish(prefix + subject.channel(), json.getBytes(UTF_8));
        } catch (IOException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ends of holds that were told of the order so far. */
    List<JsonNode> fired(String orderId) {
        return fired().stream()
                .filter(event -> event.path("orderId").asString().equals(orderId))
                .toList();
    }

    List<JsonNode> fired() {
        return heard().stream().map(Fired::event).toList();
    }

    /** What was heard so far, in the channel's order. */
    List<Fired> heard() {
        return List.copyOf(heard);
    }

    /** @param at when the broker stored it */
    record Fired(JsonNode event, Instant at) {

        String orderId() {
            return event.path("orderId").asString();
        }
    }

    private void listen(Subject subject) {
        try {
            connection.subscribe(
                    prefix + subject.channel(),
                    message -> heard.add(new Fired(
                            JsonMapper.shared().readTree(new String(message.getData(), UTF_8)),
                            Instant.ofEpochSecond(0, message.getTimestamp()))),
                    new SubscriptionOptions.Builder()
                            .subscriptionTimeout(PATIENCE)
                            .deliverAllAvailable()
                            .build());
        } catch (IOException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
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
