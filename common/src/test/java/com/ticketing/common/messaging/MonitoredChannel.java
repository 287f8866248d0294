package com.ticketing.common.messaging;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the subscriptions of a channel from the broker's monitoring. */
record MonitoredChannel(String monitorUrl, String name) {

    /** Returns the subscriptions of the queue group's members, or the group's own entry if it has no members. */
    JsonNode subscriptions() throws IOException, InterruptedException {
        return get().path("subscriptions");
    }

    long lastSequence() throws IOException, InterruptedException {
        return get().path("last_seq").asLong();
    }

    /** Empty if there is no such channel. */
    private JsonNode get() throws IOException, InterruptedException {
        URI uri = URI.create(monitorUrl + "/streaming/channelsz?subs=1&channel=" + name);
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        return answer.statusCode() == 404
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(answer.body());
    }

    /** Returns the number of unacknowledged messages. */
    int pending() throws IOException, InterruptedException {
        int pending = 0;
        for (JsonNode subscription : subscriptions()) {
            pending += subscription.path("pending_count").asInt();
        }
        return pending;
    }
}
