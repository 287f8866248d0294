package com.ticketing.acceptance.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.host.running.RunningBroker;
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

/** A third party's service on the same channels: uses the broker's own client and none of the suite's code. */
final class ThirdPartyClient implements AutoCloseable {

    private final StreamingConnection connection;
    private final Map<String, SortedSet<Long>> versions = new ConcurrentHashMap<>();

    private ThirdPartyClient(StreamingConnection connection) {
        this.connection = connection;
    }

    static ThirdPartyClient connect(RunningBroker broker) throws IOException, InterruptedException {
        return new ThirdPartyClient(new StreamingConnectionFactory(new Options.Builder()
                        .natsUrl(broker.url())
                        .clusterId(broker.clusterId())
                        .clientId("third-party-" + UUID.randomUUID())
                        .build())
                .createConnection());
    }

    void subscribe(String... channels) throws IOException, InterruptedException, TimeoutException {
        SubscriptionOptions all =
                new SubscriptionOptions.Builder().deliverAllAvailable().build();
        for (String channel : channels) {
            connection.subscribe(channel, message -> record(new String(message.getData(), UTF_8)), all);
        }
    }

    void publish(String channel, String event) throws IOException, InterruptedException, TimeoutException {
        connection.publish(channel, event.getBytes(UTF_8));
    }

    /** Returns the received versions of one aggregate, without duplicates, lowest first. */
    Collection<Long> versions(String id) {
        return List.copyOf(versions.getOrDefault(id, new TreeSet<>()));
    }

    private void record(String event) {
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
