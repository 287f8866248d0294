package com.ticketing.orders.order;

import static com.ticketing.orders.order.Order.ACTIVE;
import static com.ticketing.orders.order.Order.ACTIVE_TICKET;
import static com.ticketing.orders.order.Order.HOLD_NUMBER;
import static com.ticketing.orders.order.Order.OCCUPANCY;
import static com.ticketing.orders.order.Order.REHOLD_KEY;
import static com.ticketing.orders.order.Order.TICKET;
import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Processes of the previous version run during a rollout. They write {@code activeTicketId} only: an order that they
 * place has no occupancy, and an order that they end keeps the occupancy that it had.
 */
@OrdersServiceTest
class RollingUpgradeIT {

    @Autowired
    Api api;

    @Autowired
    MongoOperations mongo;

    @Autowired
    Orders repository;

    @Autowired
    OrderService service;

    @Autowired
    TicketPublisher publisher;

    MongoCollection<Document> orders;
    Buyer buyer;
    String ticket;

    @BeforeEach
    void publishTicket() {
        orders = mongo.getCollection("orders");
        buyer = Buyer.signedIn(api);
        ticket = publisher.publishTicket();
    }

    @Test
    void storesTheOccupancyOfAnOrder() {
        String order = buyer.placeOrder(ticket);
        assertThat(stored(order)).containsEntry(TICKET, ticket).containsEntry(OCCUPANCY, ACTIVE);

        buyer.cancelOrder(order).expect(204);
        assertThat(stored(order)).containsEntry(TICKET, ticket).containsEntry(OCCUPANCY, order);
    }

    @Test
    void refusesAnOrderOfATicketThatTheVersionBeforeHolds() {
        placedByTheVersionBefore();

        assertThat(buyer.requestOrder(ticket).codes()).containsExactly("ticket-reserved");
    }

    @Test
    void letsTheVersionBeforeNotHoldATicketOfThisVersion() {
        Document rival = stored(buyer.placeOrder(ticket));
        rival.append("_id", SignedIn.newId());
        rival.keySet().removeAll(List.of(TICKET, OCCUPANCY, HOLD_NUMBER, REHOLD_KEY));

        assertThatThrownBy(() -> orders.insertOne(rival))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        refused -> assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
    }

    @Test
    void acceptsAnOrderAfterTheVersionBeforeHasCancelledTheFormerOne() {
        String ended = buyer.placeOrder(ticket);
        cancelByTheVersionBefore(ended);

        String order = buyer.placeOrder(ticket);

        assertThat(stored(order)).containsEntry(OCCUPANCY, ACTIVE);
        assertThat(stored(ended)).containsEntry(OCCUPANCY, ended).containsEntry("version", 1L);
    }

    @Test
    void completesAnOrderOfTheVersionBeforeAfterItsPredecessorKeptItsOccupancy() {
        String ended = buyer.placeOrder(ticket);
        cancelByTheVersionBefore(ended);
        String order = placedByTheVersionBeforeAfter(ended);

        service.complete(order, "pi_1");

        assertThat(stored(order)).containsEntry("status", "COMPLETE").containsEntry(OCCUPANCY, ACTIVE);
        assertThat(stored(ended)).containsEntry(OCCUPANCY, ended);
    }

    @Test
    void storesTheOccupancyOfTheOrdersOfTheVersionBefore() {
        String first = placedByTheVersionBefore();
        cancelByTheVersionBefore(first);
        String second = placedByTheVersionBeforeAfter(first);
        cancelByTheVersionBefore(second);
        String active = placedByTheVersionBeforeAfter(first);
        Document before = stored(active);

        runBackfill();

        assertThat(stored(first)).containsEntry(TICKET, ticket).containsEntry(OCCUPANCY, first);
        assertThat(stored(second)).containsEntry(TICKET, ticket).containsEntry(OCCUPANCY, second);
        assertThat(stored(active)).isEqualTo(before.append(TICKET, ticket).append(OCCUPANCY, ACTIVE));
        List<Document> once = ofTicket();
        runBackfill();
        assertThat(ofTicket()).isEqualTo(once);
    }

    @Test
    void replacesTheOccupancyOfEndedOrdersFirst() {
        String ended = buyer.placeOrder(ticket);
        cancelByTheVersionBefore(ended);
        // found before the ended one, because its process's clock is behind
        String active = placedByTheVersionBeforeAfter(
                ended, "0".repeat(8) + SignedIn.newId().substring(8));

        runBackfill();

        assertThat(stored(ended)).containsEntry(OCCUPANCY, ended);
        assertThat(stored(active)).containsEntry(OCCUPANCY, ACTIVE);
        orders.deleteOne(Filters.eq("_id", active));
    }

    @Test
    void decidesWithoutTheIndexOfTheVersionBefore() throws Exception {
        orders.dropIndex(ACTIVE_TICKET + "_1");
        try {
            List<Buyer> buyers =
                    Stream.generate(() -> Buyer.signedIn(api)).limit(30).toList();

            List<ApiResponse> responses = ConcurrentRequests.send(buyers, each -> each.requestOrder(ticket));

            assertThat(responses)
                    .filteredOn(response -> response.status() == 201)
                    .hasSize(1);
            assertThat(responses)
                    .filteredOn(response -> response.status() != 201)
                    .allSatisfy(response -> assertThat(response.codes()).containsExactly("ticket-reserved"));
        } finally {
            orders.createIndex(
                    Indexes.ascending(ACTIVE_TICKET),
                    new IndexOptions().unique(true).sparse(true));
        }
    }

    private String placedByTheVersionBefore() {
        String order = buyer.placeOrder(ticket);
        awaitPublication(order);
        orders.updateOne(
                Filters.eq("_id", order),
                Updates.combine(Updates.unset(TICKET), Updates.unset(OCCUPANCY), Updates.unset(REHOLD_KEY)));
        return order;
    }

    private String placedByTheVersionBeforeAfter(String ended) {
        return placedByTheVersionBeforeAfter(ended, SignedIn.newId());
    }

    private String placedByTheVersionBeforeAfter(String ended, String id) {
        Document order = stored(ended);
        order.append("_id", id)
                .append("status", "CREATED")
                .append("version", 0L)
                .append(ACTIVE_TICKET, ticket);
        order.keySet().removeAll(List.of(TICKET, OCCUPANCY, REHOLD_KEY));
        orders.insertOne(order);
        return id;
    }

    private void cancelByTheVersionBefore(String order) {
        awaitPublication(order);
        orders.updateOne(
                Filters.eq("_id", order),
                Updates.combine(
                        Updates.set("status", "CANCELLED"),
                        Updates.unset(ACTIVE_TICKET),
                        Updates.unset(HOLD_NUMBER),
                        Updates.inc("version", 1L)));
    }

    /** Waits until the relay has changed the document for the last time. */
    private void awaitPublication(String order) {
        eventually(() -> assertThat(stored(order)).doesNotContainKey("outboxClaim"));
    }

    private void runBackfill() {
        OccupancyBackfill backfill = new OccupancyBackfill(repository, mongo);
        boolean more = true;
        while (more) {
            more = backfill.runBatch();
        }
    }

    private List<Document> ofTicket() {
        return orders.find(Filters.eq(TICKET, ticket))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    private Document stored(String order) {
        return Objects.requireNonNull(orders.find(Filters.eq("_id", order)).first());
    }
}
