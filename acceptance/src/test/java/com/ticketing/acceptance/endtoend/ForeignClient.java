package com.ticketing.acceptance.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nats.streaming.Options;
import io.nats.streaming.StreamingConnection;
import io.nats.streaming.StreamingConnectionFactory;
import io.nats.streaming.SubscriptionOptions;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service of somebody else's on the same channels, with nothing of ours but the broker's address. */
final class ForeignClient implements AutoCloseable {

    private final StreamingConnection connection;
    private final Map<String, SortedSet<Long>> versions = new ConcurrentHashMap<>();

    private ForeignClient(StreamingConnection connection) {
        this.connection = connection;
    }

    static ForeignClient connect(JsonNode running) throws IOException, InterruptedException {
        JsonNode broker = running.path("broker");
        return new ForeignClient(new StreamingConnectionFactory(new Options.Builder()
                        .natsUrl(broker.path("url").asString())
                        .clusterId(broker.path("clusterId").asString())
                        .clientId("foreign-" + UUID.randomUUID())
                        .build())
                .createConnection());
    }

    void hear(String... channels) throws IOException, InterruptedException, TimeoutException {
        SubscriptionOptions all =
                new SubscriptionOptions.Builder().deliverAllAvailable().build();
        for (String channel : channels) {
            connection.subscribe(channel, message -> note(new String(message.getData(), UTF_8)), all);
        }
    }

    void say(String channel, String event) throws IOException, InterruptedException, TimeoutException {
        connection.publish(channel, event.getBytes(UTF_8));
    }

    /** The versions heard of one aggregate, each once, lowest first. */
    Collection<Long> versions(String id) {
        return List.copyOf(versions.getOrDefault(id, new TreeSet<>()));
    }

    private void note(String event) {
        JsonNode json = JsonMapper.shared().readTree(event);
        versions.computeIfAbsent(json.path("id").asString(), id -> new ConcurrentSkipListSet<>())
                .add(json.path("version").asLong());
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (TimeoutException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
