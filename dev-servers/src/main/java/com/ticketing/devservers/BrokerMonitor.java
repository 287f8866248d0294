package com.ticketing.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a broker's monitoring endpoint: its channels and their subscriptions. */
public final class BrokerMonitor {

    private static final int MAX_CHANNELS = 1024;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String url;

    public BrokerMonitor(NatsStreamingServer broker) {
        this(broker.monitorUrl());
    }

    /**
     * Monitors the broker at an address.
     *
     * @param url the address of the broker's monitoring port, for example {@code http://127.0.0.1:8222}
     */
    public BrokerMonitor(String url) {
        this.url = url;
    }

    /** Returns every channel with its subscriptions. */
    public Stream<JsonNode> channels() {
        return get("/streaming/channelsz?limit=" + MAX_CHANNELS + "&subs=1")
                .path("channels")
                .valueStream();
    }

    /** Returns the queue group subscriptions by channel name; broadcast subscriptions are left out. */
    public Map<String, JsonNode> queueGroups() {
        return channels()
                .flatMap(channel -> channel.path("subscriptions")
                        .valueStream()
                        .filter(subscription -> subscription.has("queue_name"))
                        .map(subscription -> Map.entry(channel.path("name").asString(), subscription)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Returns one channel with its subscriptions. */
    public JsonNode channel(String name) {
        return get("/streaming/channelsz?subs=1&channel=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    /** Returns whether the server is reachable and the leader of its cluster. */
    boolean isLeader() {
        try {
            return get("/streaming/serverz").path("role").asString("").equals("Leader");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            // The server answers 404 for a channel that does not exist.
            return response.statusCode() == 200
                    ? JsonMapper.shared().readTree(response.body())
                    : JsonMapper.shared().missingNode();
        } catch (IOException e) {
            throw new UncheckedIOException("The broker's monitoring does not answer at " + url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
