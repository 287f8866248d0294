package com.ticketing.acceptance.invariants;

import com.ticketing.devservers.BrokerMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Compares the durable subscriptions of the suite's channels with the channels' last messages. */
final class DeliveryProgress {

    private final BrokerMonitor monitor;
    private final String channelPrefix;

    DeliveryProgress(BrokerMonitor monitor, String channelPrefix) {
        this.monitor = monitor;
        this.channelPrefix = channelPrefix;
    }

    /** Returns a line for each durable subscription with messages that are not sent or not acknowledged. */
    List<String> unfinished() {
        return monitor.channels()
                .filter(channel -> channel.path("name").asString().startsWith(channelPrefix))
                .flatMap(channel -> unfinished(channel).stream())
                .toList();
    }

    private static List<String> unfinished(JsonNode channel) {
        String name = channel.path("name").asString();
        List<String> unfinished = new ArrayList<>();
        // Each member of a queue group reports only what was sent to itself.
        Map<String, Long> lastSent = new TreeMap<>();
        for (JsonNode subscription : channel.path("subscriptions")) {
            if (subscription.path("is_durable").asBoolean()) {
                String group = subscription.path("queue_name").asString("");
                lastSent.merge(group, subscription.path("last_sent").asLong(), Math::max);
                long pending = subscription.path("pending_count").asLong();
                if (pending > 0) {
                    unfinished.add(name + ": " + pending + " not acknowledged by " + group);
                }
            }
        }
        long last = channel.path("last_seq").asLong();
        lastSent.forEach((group, sequence) -> {
            if (sequence < last) {
                unfinished.add(name + ": " + (last - sequence) + " not sent to " + group);
            }
        });
        return unfinished;
    }
}
