package com.ticketing.tickets.ticket;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other services: publishes what they would and hears what they would, with the broker's own client. */
final class Channels implements AutoCloseable {

    private final StreamingConnection connection;
    private final String prefix;
    private final Map<Subject, List<JsonNode>> heard = new ConcurrentHashMap<>();

    Channels(Environment environment) throws IOException, InterruptedException {
        Options options = new Options.Builder()
                .natsUrl(environment.getRequiredProperty("nats.url"))
                .connectWait(PATIENCE)
                .build();
        connection = NatsStreaming.connect(
                environment.getRequiredProperty("nats.cluster-id"), "test-" + SignedIn.newId(), options);
        prefix = environment.getRequiredProperty("nats.channel-prefix");
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

    /** What was published of the aggregate, in the channel's order; it grows. */
    List<JsonNode> heard(Subject subject, String id) {
        return heard.computeIfAbsent(subject, this::listen).stream()
                .filter(event -> event.path("id").asString().equals(id))
                .toList();
    }

    private List<JsonNode> listen(Subject subject) {
        List<JsonNode> messages = new CopyOnWriteArrayList<>();
        try {
            connection.subscribe(
                    prefix + subject.channel(),
                    message -> messages.add(JsonMapper.shared().readTree(new String(message.getData(), UTF_8))),
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
