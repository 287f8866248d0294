package com.ticketing.acceptance.invariants;

import static com.ticketing.acceptance.invariants.Documents.nested;
import static com.ticketing.acceptance.invariants.Documents.number;
import static com.ticketing.acceptance.invariants.Documents.outbox;
import static com.ticketing.acceptance.invariants.Documents.price;
import static com.ticketing.acceptance.invariants.Documents.text;
import static com.ticketing.acceptance.invariants.Documents.time;
import static com.ticketing.acceptance.invariants.Documents.version;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Checks outboxes, published versions and replicas. */
final class ReplicationInvariants {

    private final Snapshot data;
    private final Map<String, SortedSet<Long>> publishedVersions = new HashMap<>();
    private final PublishedStates publishedStates = new PublishedStates();
    private final Map<String, Long> newestForExpiration = new HashMap<>();
    private final boolean storeLost;
    private final Instant now;

    /** @param storeLost whether the log may begin with any version of an aggregate */
    ReplicationInvariants(Snapshot data, List<JsonNode> log, boolean storeLost, Instant now) {
        this.data = data;
        this.storeLost = storeLost;
        this.now = now;
        log.forEach(event -> {
            String id = event.path("id").asString();
            long version = event.path("version").asLong();
            publishedVersions.computeIfAbsent(id, unseen -> new TreeSet<>()).add(version);
            publishedStates.add(event);
            if (isConsumedByExpiration(event)) {
                newestForExpiration.merge(id, version, Math::max);
            }
        });
    }

    Finding replicasEqualTheirSource() {
        List<String> violations = new ArrayList<>();
        data.tickets().forEach((id, ticket) -> {
            Document replica = data.ticketReplicas().get(id);
            if (replica == null
                    || version(replica) != version(ticket)
                    || !text(replica, "title").equals(text(ticket, "title"))
                    || price(replica).compareTo(price(ticket)) != 0) {
                violations.add("ticket " + id + " is at version " + version(ticket) + ", its replica in orders at "
                        + version(replica));
            } else if (hasOtherSellerOrVisibility(replica, ticket)) {
                violations.add("ticket " + id + " has another seller or visibility in its replica in orders");
            }
        });
        data.orders().forEach((id, order) -> {
            Document replica = Optional.ofNullable(data.payments().get(id))
                    .flatMap(payment -> nested(payment, "order"))
                    .orElse(null);
            if (replica == null
                    || version(replica) != version(order)
                    || !text(replica, "status").equals(text(order, "status"))) {
                violations.add("order " + id + " is at version " + version(order) + ", its replica in payments at "
                        + version(replica));
            } else if (hasOtherPriceOrBuyer(replica, order)) {
                violations.add("order " + id + " has another price or buyer in its replica in payments");
            }
            checkTimer(id, violations);
        });
        data.payments().forEach((id, payment) -> {
            boolean lost = nested(payment, "reversals")
                    .flatMap(reversals -> nested(reversals, "dispute"))
                    .filter(dispute -> text(dispute, "status").equals("lost"))
                    .isPresent();
            Document replica = data.disputeReplicas().getOrDefault(id, new Document());
            if (lost != text(replica, "status").equals("LOST")) {
                violations.add("the dispute about order " + id + " is " + (lost ? "" : "not ")
                        + "lost, its replica in orders is '" + text(replica, "status") + "'");
            }
        });
        violations.addAll(BanReplicas.differences(data));
        return new Finding(
                "3 replicas equal their source at its newest version",
                data.tickets().size()
                        + 2L * data.orders().size()
                        + data.payments().size()
                        + (long) data.accounts().size() * data.bans().size(),
                violations);
    }

    /**
     * An earlier version's replica does not state that a ticket is hidden. If its seller is banned, orders rejects it
     * by the ban.
     */
    private static boolean hasOtherSellerOrVisibility(Document replica, Document ticket) {
        boolean withdrawn = ticket.getBoolean("withdrawn", false);
        boolean otherVisibility =
                replica.getBoolean("hidden", false) ? !withdrawn && !ticket.getBoolean("hidden", false) : withdrawn;
        return !text(replica, "userId").equals(text(ticket, "userId")) || otherVisibility;
    }

    /** A replica lacks the price or the buyer if the events that it was made of did not state them. */
    private static boolean hasOtherPriceOrBuyer(Document replica, Document order) {
        BigDecimal price = nested(order, "ticket").map(Documents::price).orElse(BigDecimal.ZERO);
        boolean otherPrice = replica.containsKey("price") && price(replica).compareTo(price) != 0;
        boolean otherBuyer =
                replica.containsKey("userId") && !text(replica, "userId").equals(text(order, "userId"));
        return otherPrice || otherBuyer;
    }

    /** If the store was lost, the only event of an order may be one that expiration ignores. It then has no timer. */
    private void checkTimer(String order, List<String> violations) {
        if (storeLost && !newestForExpiration.containsKey(order)) {
            return;
        }
        Document timer = data.timers().get(order);
        long expected = newestForExpiration.getOrDefault(order, 0L);
        if (timer == null || number(timer, "orderVersion") < expected) {
            violations.add("expiration's timer of order " + order + " has not applied version " + expected);
        }
    }

    private static boolean isConsumedByExpiration(JsonNode event) {
        boolean isRefund = event.path("status").asString("").equals("refunded");
        boolean isUse = event.has("usedAt");
        return !isRefund && !isUse;
    }

    Finding versionsHaveNoGapAndOneState() {
        List<String> violations = new ArrayList<>();
        data.tickets().forEach((id, ticket) -> checkVersions("ticket", id, version(ticket), violations));
        data.orders().forEach((id, order) -> checkVersions("order", id, version(order), violations));
        violations.addAll(publishedStates.differences());
        return new Finding(
                storeLost
                        ? "4 the published versions have one state each and no gap"
                        : "4 the published versions are 0, 1, 2, ... with one state each",
                data.tickets().size() + (long) data.orders().size(),
                violations);
    }

    private void checkVersions(String kind, String id, long newest, List<String> violations) {
        SortedSet<Long> versions = publishedVersions.getOrDefault(id, new TreeSet<>());
        long first = storeLost && !versions.isEmpty() ? versions.first() : 0;
        // Distinct and in range: the right number of them then means that none is missing.
        boolean inRange = versions.stream().allMatch(version -> version >= first && version <= newest);
        if (versions.size() != newest - first + 1 || !inRange) {
            violations.add(kind + " " + id + " is at version " + newest + ", published are " + versions);
        }
    }

    Finding outboxesAreEmpty() {
        List<String> violations = new ArrayList<>();
        long checked = 0;
        for (Map<String, Document> collection :
                List.of(data.tickets(), data.orders(), data.payments(), data.accounts(), data.timers())) {
            checked += collection.size();
            collection.forEach((id, document) -> {
                long due = outbox(document).stream()
                        .filter(entry ->
                                time(entry, "due").map(at -> !at.isAfter(now)).orElse(true))
                        .count();
                if (due > 0) {
                    violations.add("the outbox of " + id + " has " + due + " due events");
                }
            });
        }
        return new Finding("5 no outbox has a due event", checked, violations);
    }
}
