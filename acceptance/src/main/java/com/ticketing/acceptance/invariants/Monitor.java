package com.ticketing.acceptance.invariants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the streaming server says of its channels at {@code /streaming/channelsz}. */
final class Monitor {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String url;
    private final String channelPrefix;

    Monitor(RunningSuite suite) {
        this.url = suite.monitorUrl() + "/streaming/channelsz?limit=1000&subs=1";
        this.channelPrefix = suite.channelPrefix();
    }

    /** 0 if the channel does not exist. */
    long lastSequence(String channel) {
        return get(url + "&channel=" + URLEncoder.encode(channel, StandardCharsets.UTF_8))
                .path("last_seq")
                .asLong(0);
    }

    /** The durable subscriptions that have yet to be sent or to ack messages. */
    List<String> unfinished() {
        List<String> unfinished = new ArrayList<>();
        for (JsonNode channel : get(url).path("channels")) {
            String name = channel.path("name").asString();
            if (name.startsWith(channelPrefix)) {
                unfinished.addAll(unfinished(name, channel));
            }
        }
        return unfinished;
    }

    private static List<String> unfinished(String name, JsonNode channel) {
        List<String> unfinished = new ArrayList<>();
        long last = channel.path("last_seq").asLong();
        // the members of a queue group share its progress, each telling what was last sent to itself
        Map<String, Long> sent = new TreeMap<>();
        for (JsonNode subscription : channel.path("subscriptions")) {
            if (subscription.path("is_durable").asBoolean()) {
                String group = subscription.path("queue_name").asString("");
                sent.merge(group, subscription.path("last_sent").asLong(), Math::max);
                long pending = subscription.path("pending_count").asLong();
                if (pending > 0) {
                    unfinished.add(name + ": " + pending + " not acked by " + group);
                }
            }
        }
        sent.forEach((group, sequence) -> {
            if (sequence < last) {
                unfinished.add(name + ": " + (last - sequence) + " not sent to " + group);
            }
        });
        return unfinished;
    }

    private static JsonNode get(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return JsonMapper.shared()
                    .readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException("The broker's monitoring does not answer at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
