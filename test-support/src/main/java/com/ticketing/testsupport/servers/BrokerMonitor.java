package com.ticketing.testsupport.servers;

import com.ticketing.testsupport.Api;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a broker itself says of its channels. */
public final class BrokerMonitor {

    private final Api api;

    public BrokerMonitor(NatsStreamingServer broker) {
        this.api = new Api(broker.monitorUrl());
    }

    /** The subscriptions of queue groups by their channels; what a process hears by itself is left out. */
    public Map<String, JsonNode> queueGroups() {
        return api.get("/streaming/channelsz?subs=1")
                .expect(200)
                .json()
                .path("channels")
                .valueStream()
                .flatMap(channel -> channel.path("subscriptions")
                        .valueStream()
                        .filter(subscription -> subscription.has("queue_name"))
                        .map(subscription -> Map.entry(channel.path("name").asString(), subscription)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A channel that exists, with its subscriptions. */
    public JsonNode channel(String name) {
        return api.get("/streaming/channelsz?subs=1&channel=" + name)
                .expect(200)
                .json();
    }
}
