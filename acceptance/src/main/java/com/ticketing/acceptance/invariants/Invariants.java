package com.ticketing.acceptance.invariants;

import static com.ticketing.acceptance.invariants.Documents.nested;
import static com.ticketing.acceptance.invariants.Documents.text;
import static com.ticketing.acceptance.invariants.Documents.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Checks the suite's invariants in a snapshot of its data, taken while it is quiet. */
final class Invariants {

    private static final Duration EXPIRY_GRACE = Duration.ofSeconds(10);

    private final Snapshot data;
    private final ReplicationInvariants replication;
    private final MoneyInvariants money;
    private final Instant now;

    /** @param log every message on the channels of tickets and orders */
    Invariants(Snapshot data, List<JsonNode> log, Optional<StripeLedger> stripe, boolean storeLost, Instant now) {
        this.data = data;
        this.replication = new ReplicationInvariants(data, log, storeLost, now);
        this.money = new MoneyInvariants(data, stripe);
        this.now = now;
    }

    List<Finding> check() {
        return List.of(
                oneOrderPerTicket(),
                ticketsKnowTheirOrder(),
                replication.replicasEqualTheirSource(),
                replication.versionsHaveNoGapAndOneState(),
                replication.outboxesAreEmpty(),
                money.moneyFollowsTheTicket(),
                holdsHaveEnded(),
                noDeadLetters());
    }

    private Finding oneOrderPerTicket() {
        Map<String, List<String>> ordersByTicket = new HashMap<>();
        data.orders().forEach((id, order) -> {
            if (occupiesTicket(order)) {
                ordersByTicket
                        .computeIfAbsent(ticketOf(order), ticket -> new ArrayList<>())
                        .add(id);
            }
        });
        List<String> violations = new ArrayList<>();
        ordersByTicket.forEach((ticket, orders) -> {
            if (orders.size() > 1) {
                violations.add("ticket " + ticket + " has the orders " + orders);
            }
        });
        return new Finding(
                "1 a ticket has at most one held or complete order",
                data.orders().size(),
                violations);
    }

    private Finding ticketsKnowTheirOrder() {
        Map<String, String> expected = new HashMap<>();
        data.orders().forEach((id, order) -> {
            if (occupiesTicket(order)) {
                expected.put(ticketOf(order), id);
            }
        });
        List<String> violations = new ArrayList<>();
        data.tickets().forEach((id, ticket) -> {
            String named = ticket.getList("orders", Document.class, List.of()).stream()
                    .filter(order -> order.getBoolean("holds", false))
                    .map(order -> text(order, "orderId"))
                    .max(String::compareTo)
                    .orElse("");
            String order = expected.getOrDefault(id, "");
            if (!named.equals(order)) {
                violations.add("ticket " + id + " names the order '" + named + "', orders has '" + order + "'");
            }
        });
        return new Finding(
                "2 a ticket names the order that holds it", data.tickets().size(), violations);
    }

    private Finding holdsHaveEnded() {
        List<String> violations = new ArrayList<>();
        data.orders().forEach((id, order) -> {
            boolean overdue = time(order, "expiresAt")
                    .map(end -> end.plus(EXPIRY_GRACE).isBefore(now))
                    .orElse(true);
            if (isHold(order) && overdue) {
                violations.add("order " + id + " is still held, but expired at "
                        + time(order, "expiresAt").map(Instant::toString).orElse("an unknown time"));
            }
        });
        return new Finding(
                "7 an overdue order is cancelled or paid", data.orders().size(), violations);
    }

    private Finding noDeadLetters() {
        List<String> violations = new ArrayList<>();
        data.deadLetters()
                .forEach((service, letters) -> letters.stream()
                        .filter(letter -> letter.containsKey("parkedAt"))
                        .forEach(letter -> violations.add(
                                service + " has parked " + text(letter, "_id") + ": " + text(letter, "error"))));
        return new Finding(
                "8 no message is parked as a dead letter", data.deadLetters().size(), violations);
    }

    private static boolean isHold(Document order) {
        return Set.of("CREATED", "AWAITING_PAYMENT").contains(text(order, "status"));
    }

    /** Held, complete, or refunded without going back on sale. */
    private static boolean occupiesTicket(Document order) {
        return isHold(order)
                || text(order, "status").equals("COMPLETE")
                || (text(order, "status").equals("REFUNDED") && order.containsKey("activeTicketId"));
    }

    private static String ticketOf(Document order) {
        return nested(order, "ticket").map(ticket -> text(ticket, "_id")).orElse("");
    }
}
