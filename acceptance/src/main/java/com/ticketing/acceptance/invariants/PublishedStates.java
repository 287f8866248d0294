package com.ticketing.acceptance.invariants;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The states that the events of tickets and orders contain. All events of one version contain the same state: repeated
 * deliveries, republished events, and the use of a pass that is republished beside the sale.
 */
final class PublishedStates {

    private record AggregateVersion(String id, long version) {}

    private final Map<AggregateVersion, String> states = new HashMap<>();
    private final List<String> differences = new ArrayList<>();

    void add(JsonNode event) {
        String state = state(event);
        if (state.isEmpty()) {
            return;
        }
        AggregateVersion published = new AggregateVersion(
                event.path("id").asString(), event.path("version").asLong());
        String other = states.putIfAbsent(published, state);
        if (other != null && !other.equals(state)) {
            differences.add(published.id() + " was published at version " + published.version() + " with the states "
                    + other + " and " + state);
        }
    }

    /** Returns a line for each event that contradicts an earlier one. */
    List<String> differences() {
        return differences;
    }

    /** Returns an empty string for an event of an order without a status, which the course's producers omit. */
    private static String state(JsonNode event) {
        if (!event.has("title")) {
            return event.path("status").asString("");
        }
        BigDecimal price = event.path("price").asDecimal(BigDecimal.ZERO).stripTrailingZeros();
        String order = event.path("orderId").asString("");
        return "'" + event.path("title").asString("") + "' for " + price.toPlainString()
                + (order.isEmpty() ? "" : " with the order " + order);
    }
}
