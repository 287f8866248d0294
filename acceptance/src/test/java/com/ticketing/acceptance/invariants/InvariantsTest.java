package com.ticketing.acceptance.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InvariantsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final String TICKET = "00000000000000000000000a";
    private static final String ORDER = "00000000000000000000000b";
    private static final String SELLER = "00000000000000000000000d";
    private static final String BUYER = "00000000000000000000000c";

    private final Document ticket =
            ticket().append("orders", List.of(new Document("orderId", ORDER).append("holds", true)));
    private final Document replica = ticket();
    private final Document order = order("COMPLETE", 1).append("ticket", ticket().append("_id", TICKET));
    private final Document timer = new Document("orderVersion", 1L);
    private final Map<String, Document> timers = new HashMap<>(Map.of(ORDER, timer));
    private final Document payment =
            new Document("order", orderReplica("COMPLETE", 1)).append("charge", charge("SUCCEEDED", 1000));
    private final Document dispute = new Document();
    private final Document buyer = new Document();
    private final Map<String, Document> bans = new HashMap<>();
    private final Map<String, List<Document>> deadLetters = new HashMap<>();
    private final List<JsonNode> log =
            new ArrayList<>(List.of(event(TICKET, 0, null), event(ORDER, 0, "created"), event(ORDER, 1, "complete")));

    @Test
    void holdForASoldTicket() {
        assertThat(violated()).isEmpty();
    }

    @Test
    void holdForATicketThatWasRefundedAndLaterPutBackOnSale() {
        refundAndRelist();

        assertThat(violated()).isEmpty();
    }

    @Test
    void holdForAnOrderWhosePassWasUsed() {
        order.put("version", 2L);
        payment.put("order", orderReplica("COMPLETE", 2));
        log.add(JsonMapper.shared()
                .createObjectNode()
                .put("id", ORDER)
                .put("version", 2)
                .put("status", "complete")
                .put("usedAt", "2026-11-26T11:00:00Z"));

        assertThat(violated()).isEmpty();
    }

    @Test
    void reportATimerThatMissedThePaymentOfARefundedOrder() {
        refundAndRelist();
        timer.put("orderVersion", 0L);

        assertThat(violated()).containsExactly(3);
    }

    @Test
    void holdWithoutATimerIfTheStoreWasLostAndOnlyTheRefundWasPublishedAgain() {
        refundAndRelist();
        timers.clear();
        log.removeIf(event -> event.path("id").asString().equals(ORDER)
                && !event.path("status").asString().equals("refunded"));

        assertThat(violatedAfterStoreLoss()).isEmpty();
    }

    @Test
    void reportAMissingTimerAfterTheLossOfTheStore() {
        timers.clear();

        assertThat(violatedAfterStoreLoss()).containsExactly(3);
    }

    @Test
    void reportATicketThatNamesNoOrder() {
        ticket.put("orders", List.of());

        assertThat(violated()).containsExactly(2);
    }

    @Test
    void reportAStaleReplica() {
        replica.put("version", 1L);

        assertThat(violated()).containsExactly(3);
    }

    @Test
    void reportAReplicaWithAnotherSeller() {
        replica.put("userId", "another seller");

        assertThat(violated()).containsExactly(3);
    }

    @Test
    void reportAWithdrawnTicketThatCanBeOrdered() {
        ticket.put("withdrawn", true);

        assertThat(violated()).containsExactly(3);
    }

    /** Its replica of the same version does not state it, and the ban does. */
    @Test
    void holdForATicketOfABannedSellerThatAnEarlierVersionHasCopied() {
        ticket.put("hidden", true);

        assertThat(violated()).isEmpty();
    }

    @Test
    void reportATicketThatOnlyItsReplicaHides() {
        replica.put("hidden", true);

        assertThat(violated()).containsExactly(3);
    }

    @Test
    void holdForAWithdrawnTicket() {
        ticket.append("hidden", false).append("withdrawn", true);
        replica.put("hidden", true);

        assertThat(violated()).isEmpty();
    }

    @Test
    void holdForALostDispute() {
        loseDispute();
        dispute.append("_id", ORDER).append("status", "LOST");

        assertThat(violated()).isEmpty();
    }

    @Test
    void reportALostDisputeThatOrdersDoesNotKnow() {
        loseDispute();
        dispute.append("_id", ORDER).append("status", "OPEN");

        assertThat(violated()).containsExactly(3);
    }

    @Test
    void reportADisputeThatOnlyOrdersHasLost() {
        dispute.append("_id", ORDER).append("status", "LOST");

        assertThat(violated()).containsExactly(3);
    }

    @Test
    void holdForABannedUser() {
        buyer.put("ban", new Document());
        bans.put(BUYER, new Document("banned", true));

        assertThat(violated()).isEmpty();
    }

    @Test
    void holdForAnUnbannedUser() {
        buyer.put("unbannedAt", Date.from(NOW));
        bans.put(BUYER, new Document("banned", false));

        assertThat(violated()).isEmpty();
    }

    @Test
    void holdForADeletedUser() {
        buyer.put("deletedAt", Date.from(NOW));
        bans.put(BUYER, new Document("banned", true).append("deleted", true));

        assertThat(violated()).isEmpty();
    }

    @Test
    void reportABanThatAServiceDoesNotKnow() {
        buyer.put("ban", new Document());

        assertThat(violated()).containsExactly(3);
    }

    @Test
    void reportABanThatOnlyAServiceKnows() {
        bans.put(BUYER, new Document("banned", true));

        assertThat(violated()).containsExactly(3);
    }

    @Test
    void reportADeletionThatAServiceTakesForABan() {
        buyer.put("deletedAt", Date.from(NOW));
        bans.put(BUYER, new Document("banned", true));

        assertThat(violated()).containsExactly(3);
    }

    private void loseDispute() {
        payment.append("reversals", new Document("dispute", new Document("status", "lost")));
    }

    @Test
    void reportAMissingVersion() {
        log.removeLast();

        assertThat(violated()).containsExactly(4);
    }

    @Test
    void holdForEventsThatArePublishedAgain() {
        log.replaceAll(event -> event.path("id").asString().equals(TICKET) ? ticketEvent("10", null) : event);
        log.addAll(List.of(ticketEvent("10.00", null), event(ORDER, 1, "complete")));

        assertThat(violated()).isEmpty();
    }

    @Test
    void reportTwoStatesOfOneVersionOfAnOrder() {
        log.add(event(ORDER, 1, "cancelled"));

        assertThat(violated()).containsExactly(4);
    }

    @Test
    void reportTwoPricesOfOneVersionOfATicket() {
        log.addAll(List.of(ticketEvent("10.00", null), ticketEvent("11.00", null)));

        assertThat(violated()).containsExactly(4);
    }

    @Test
    void reportTwoOrdersOfOneVersionOfATicket() {
        log.addAll(List.of(ticketEvent("10.00", ORDER), ticketEvent("10.00", null)));

        assertThat(violatedAfterStoreLoss()).containsExactly(4);
    }

    @Test
    void reportADueEvent() {
        ticket.put("outbox", List.of(new Document("due", Date.from(NOW))));

        assertThat(violated()).containsExactly(5);
    }

    @Test
    void reportASoldTicketWithoutACharge() {
        payment.put("charge", charge("FAILED", 1000));

        assertThat(violated()).containsExactly(6);
    }

    @Test
    void reportAChargeOfAnotherAmountThanTheOrders() {
        payment.put("charge", charge("SUCCEEDED", 999));

        assertThat(violated()).containsExactly(6);
    }

    @Test
    void holdForAChargeInACurrencyWithoutDecimals() {
        payment.put("charge", charge("SUCCEEDED", 10).append("currency", "jpy"));

        assertThat(violated()).isEmpty();
    }

    @Test
    void reportAnotherPriceInPayments() {
        payment.get("order", Document.class).append("price", new Decimal128(BigDecimal.ONE));

        assertThat(violated()).containsExactly(3);
    }

    @Test
    void reportAnotherBuyerInPayments() {
        payment.get("order", Document.class).append("userId", "another buyer");

        assertThat(violated()).containsExactly(3);
    }

    @Test
    void holdForAReplicaThatWasMadeOfEventsWithoutThePrice() {
        payment.put("order", order("COMPLETE", 1));

        assertThat(violated()).isEmpty();
    }

    @Test
    void reportAHoldThatHasNotEnded() {
        order.append("status", "CREATED").append("expiresAt", Date.from(NOW.minusSeconds(60)));

        assertThat(violated()).contains(7);
    }

    @Test
    void reportAParkedMessage() {
        deadLetters.put("orders", List.of(new Document("_id", "1").append("parkedAt", Date.from(NOW))));

        assertThat(violated()).containsExactly(8);
    }

    private void refundAndRelist() {
        ticket.put("orders", List.of());
        order.append("status", "REFUNDED").append("version", 3L);
        payment.append("order", orderReplica("REFUNDED", 3)).append("charge", charge("REFUNDED", 1000));
        log.addAll(List.of(event(ORDER, 2, "refunded"), event(ORDER, 3, "refunded")));
    }

    /** Returns the numbers of the violated invariants. */
    private List<Integer> violated() {
        return violated(false);
    }

    private List<Integer> violatedAfterStoreLoss() {
        return violated(true);
    }

    private List<Integer> violated(boolean storeLost) {
        Snapshot data = new Snapshot(
                Map.of(TICKET, ticket),
                Map.of(ORDER, order),
                Map.of(TICKET, replica),
                Map.of(ORDER, dispute),
                timers,
                Map.of(ORDER, payment),
                Map.of(BUYER, buyer),
                Map.of("orders", bans),
                deadLetters);
        return new Invariants(data, log, Optional.empty(), storeLost, NOW)
                .check().stream()
                        .filter(finding -> !finding.holds())
                        .map(finding -> Integer.valueOf(finding.invariant().substring(0, 1)))
                        .toList();
    }

    private static Document ticket() {
        return new Document("version", 0L)
                .append("title", "A")
                .append("price", new Decimal128(BigDecimal.TEN))
                .append("userId", SELLER);
    }

    private static Document order(String status, long version) {
        return new Document("status", status).append("version", version).append("userId", BUYER);
    }

    private static Document orderReplica(String status, long version) {
        return order(status, version).append("price", new Decimal128(BigDecimal.TEN));
    }

    private static Document charge(String status, long amount) {
        return new Document("status", status).append("amount", amount).append("currency", "usd");
    }

    private static JsonNode event(String id, long version, @Nullable String status) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", id)
                .put("version", version)
                .put("status", status);
    }

    private static JsonNode ticketEvent(String price, @Nullable String order) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", TICKET)
                .put("version", 0)
                .put("title", "A")
                .put("price", new BigDecimal(price))
                .put("orderId", order);
    }
}
