package com.ticketing.common.messaging;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the broker itself says of a channel's subscriptions. */
record MonitoredChannel(String monitorUrl, String name) {

    /** The subscriptions that the queue group's members have now, and the group's own entry while it has none. */
    JsonNode subscriptions() throws IOException, InterruptedException {
        URI uri = URI.create(monitorUrl + "/streaming/channelsz?subs=1&channel=" + name);
        String answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
        return JsonMapper.shared().readTree(answer).path("subscriptions");
    }

    /** Messages that were delivered and not acked. */
    int pending() throws IOException, InterruptedException {
        int pending = 0;
        for (JsonNode subscription : subscriptions()) {
            pending += subscription.path("pending_count").asInt();
        }
        return pending;
    }
}
