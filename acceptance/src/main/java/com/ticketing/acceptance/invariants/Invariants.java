package com.ticketing.acceptance.invariants;

import static com.ticketing.acceptance.invariants.Documents.nested;
import static com.ticketing.acceptance.invariants.Documents.number;
import static com.ticketing.acceptance.invariants.Documents.outbox;
import static com.ticketing.acceptance.invariants.Documents.price;
import static com.ticketing.acceptance.invariants.Documents.text;
import static com.ticketing.acceptance.invariants.Documents.time;
import static com.ticketing.acceptance.invariants.Documents.version;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** The suite's promises, each as a check of a quiet suite's data. */
final class Invariants {

    private static final Duration EXPIRY_GRACE = Duration.ofSeconds(10);

    private final Snapshot data;
    private final Map<String, Set<Long>> logged;
    private final Optional<StripeBooks> stripe;
    private final Instant now;

    /** @param log every message on the channels of tickets and orders */
    Invariants(Snapshot data, List<JsonNode> log, Optional<StripeBooks> stripe, Instant now) {
        this.data = data;
        this.stripe = stripe;
        this.now = now;
        this.logged = new HashMap<>();
        log.forEach(event -> logged.computeIfAbsent(event.path("id").asString(), id -> new TreeSet<>())
                .add(event.path("version").asLong()));
    }

    List<Finding> check() {
        return List.of(
                oneOrderPerTicket(),
                ticketsKnowTheirOrder(),
                copiesEqualTheirSource(),
                versionsHaveNoHole(),
                outboxesAreEmpty(),
                moneyFollowsTheTicket(),
                holdsHaveEnded(),
                noDeadLetters());
    }

    private Finding oneOrderPerTicket() {
        Map<String, List<String>> taking = new HashMap<>();
        data.orders().forEach((id, order) -> {
            if (takesTicket(order)) {
                taking.computeIfAbsent(ticketOf(order), ticket -> new ArrayList<>())
                        .add(id);
            }
        });
        List<String> violations = new ArrayList<>();
        taking.forEach((ticket, orders) -> {
            if (orders.size() > 1) {
                violations.add("ticket " + ticket + " has the orders " + orders);
            }
        });
        return new Finding(
                "1 a ticket has at most one active or complete order",
                data.orders().size(),
                violations);
    }

    private Finding ticketsKnowTheirOrder() {
        Map<String, String> expected = new HashMap<>();
        data.orders().forEach((id, order) -> {
            if (takesTicket(order)) {
                expected.put(ticketOf(order), id);
            }
        });
        List<String> violations = new ArrayList<>();
        data.tickets().forEach((id, ticket) -> {
            String holder = ticket.getList("orders", Document.class, List.of()).stream()
                    .filter(order -> order.getBoolean("holds", false))
                    .map(order -> text(order, "orderId"))
                    .max(String::compareTo)
                    .orElse("");
            String order = expected.getOrDefault(id, "");
            if (!holder.equals(order)) {
                violations.add("ticket " + id + " names the order '" + holder + "', orders knows '" + order + "'");
            }
        });
        return new Finding(
                "2 a ticket names the order that has it", data.tickets().size(), violations);
    }

    private Finding copiesEqualTheirSource() {
        List<String> violations = new ArrayList<>();
        data.tickets().forEach((id, ticket) -> {
            Document copy = data.ticketCopies().get(id);
            if (copy == null
                    || version(copy) != version(ticket)
                    || !text(copy, "title").equals(text(ticket, "title"))
                    || price(copy).compareTo(price(ticket)) != 0) {
                violations.add("orders' copy of ticket " + id + " is " + version(copy) + ", not " + version(ticket));
            }
        });
        data.orders().forEach((id, order) -> {
            Document copy = Optional.ofNullable(data.payments().get(id))
                    .flatMap(payment -> nested(payment, "order"))
                    .orElse(null);
            if (copy == null
                    || version(copy) != version(order)
                    || !text(copy, "status").equals(text(order, "status"))) {
                violations.add("payments' copy of order " + id + " is " + version(copy) + ", not " + version(order));
            }
            Document timer = data.timers().get(id);
            // the timer does not hear of refunds, which change nothing for it
            long told = text(order, "status").equals("REFUNDED") ? version(order) - 1 : version(order);
            if (timer == null || number(timer, "orderVersion") < told) {
                violations.add("expiration's timer of order " + id + " has not heard of version " + told);
            }
        });
        return new Finding(
                "3 copies equal their source at its newest version",
                data.tickets().size() + 2L * data.orders().size(),
                violations);
    }

    private Finding versionsHaveNoHole() {
        List<String> violations = new ArrayList<>();
        data.tickets().forEach((id, ticket) -> checkVersions("ticket", id, version(ticket), violations));
        data.orders().forEach((id, order) -> checkVersions("order", id, version(order), violations));
        return new Finding(
                "4 versions on the broker's log are 0, 1, 2, ... to the newest",
                data.tickets().size() + (long) data.orders().size(),
                violations);
    }

    private void checkVersions(String kind, String id, long newest, List<String> violations) {
        Set<Long> versions = logged.getOrDefault(id, Set.of());
        // distinct and none negative or beyond the newest: as many as there should be are all of them
        boolean inRange = versions.stream().allMatch(version -> version >= 0 && version <= newest);
        if (versions.size() != newest + 1 || !inRange) {
            violations.add(kind + " " + id + " is at version " + newest + ", the log has " + versions);
        }
    }

    private Finding outboxesAreEmpty() {
        List<String> violations = new ArrayList<>();
        long counted = 0;
        for (Map<String, Document> collection :
                List.of(data.tickets(), data.orders(), data.payments(), data.accounts(), data.timers())) {
            counted += collection.size();
            collection.forEach((id, document) -> {
                long due = outbox(document).stream()
                        .filter(entry ->
                                time(entry, "due").map(at -> !at.isAfter(now)).orElse(true))
                        .count();
                if (due > 0) {
                    violations.add(id + " holds " + due + " events that are due");
                }
            });
        }
        return new Finding("5 no outbox holds an event that is due", counted, violations);
    }

    private Finding moneyFollowsTheTicket() {
        List<String> violations = new ArrayList<>();
        data.payments().forEach((id, payment) -> {
            Document order = data.orders().get(id);
            String orderStatus = order == null ? "UNKNOWN" : text(order, "status");
            String chargeStatus = nested(payment, "charge")
                    .map(charge -> text(charge, "status"))
                    .orElse("");
            boolean sold = orderStatus.equals("COMPLETE");
            boolean charged = chargeStatus.equals("SUCCEEDED");
            if (sold != charged) {
                violations.add("order " + id + " is " + orderStatus + ", its charge '" + chargeStatus + "'");
            }
        });
        data.orders().forEach((id, order) -> {
            if (text(order, "status").equals("COMPLETE") && !data.payments().containsKey(id)) {
                violations.add("order " + id + " is complete and nothing was paid");
            }
        });
        stripe.ifPresent(books -> violations.addAll(books.compare(data)));
        return new Finding(
                "6 a charge belongs to a complete order or is refunded once"
                        + (stripe.isPresent() ? "" : " (without Stripe's books)"),
                data.payments().size(),
                violations);
    }

    private Finding holdsHaveEnded() {
        List<String> violations = new ArrayList<>();
        data.orders().forEach((id, order) -> {
            boolean overdue = time(order, "expiresAt")
                    .map(end -> end.plus(EXPIRY_GRACE).isBefore(now))
                    .orElse(true);
            if (isHold(order) && overdue) {
                violations.add("order " + id + " is still held, its time ended at "
                        + time(order, "expiresAt").map(Instant::toString).orElse("an unknown time"));
            }
        });
        return new Finding(
                "7 an order past its hold is cancelled or paid", data.orders().size(), violations);
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

    /** Active, complete, or refunded and not for sale again. */
    private static boolean takesTicket(Document order) {
        return isHold(order)
                || text(order, "status").equals("COMPLETE")
                || (text(order, "status").equals("REFUNDED") && order.containsKey("activeTicketId"));
    }

    private static String ticketOf(Document order) {
        return nested(order, "ticket").map(ticket -> text(ticket, "_id")).orElse("");
    }
}
