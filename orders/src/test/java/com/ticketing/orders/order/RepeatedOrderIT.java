package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ConcurrentRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@OrdersServiceTest
class RepeatedOrderIT {

    @Autowired
    Api api;

    @Autowired
    TicketPublisher publisher;

    @Autowired
    MongoOperations mongo;

    Buyer buyer;

    @BeforeEach
    void signIn() {
        buyer = Buyer.signedIn(api);
    }

    @Test
    void returnsTheFirstResponseAgainEvenAfterTheEndOfTheHold() {
        TicketCreated ticket = publisher.publish("19.99");
        ApiResponse first = order("key", ticket.id()).expect(201);

        assertThat(order("key", ticket.id()).expect(201).text()).isEqualTo(first.text());

        buyer.cancelOrder(first.json().path("id").asString()).expect(204);
        assertThat(order("key", ticket.id()).expect(201).text()).isEqualTo(first.text());
        assertThat(orders()).isOne();
    }

    @Test
    void rejectsTheTicketWithoutTheKeyAndTheKeyWithAnotherTicket() {
        TicketCreated ticket = publisher.publish("20");
        order("key", ticket.id()).expect(201);

        assertThat(buyer.requestOrder(ticket.id()).expect(400).codes()).containsExactly("ticket-reserved");
        assertThat(order("other", ticket.id()).expect(400).codes()).containsExactly("ticket-reserved");
        assertThat(order("key", publisher.publish("20").id()).expect(422).codes())
                .containsExactly("idempotency-key-reused");
        assertThat(orders()).isOne();
    }

    @Test
    void placesOneOrderForConcurrentRequests() throws Exception {
        TicketCreated ticket = publisher.publish("20");

        var answers = ConcurrentRequests.send(Collections.nCopies(16, ticket.id()), ticketId -> order("key", ticketId));

        assertThat(answers).allSatisfy(answer -> answer.expect(201));
        assertThat(answers.stream().map(ApiResponse::text).distinct()).hasSize(1);
        assertThat(orders()).isOne();
    }

    /** A rejected request has placed nothing: the same key may place the order once the ticket is back on sale. */
    @Test
    void evaluatesARejectedRequestAgain() {
        TicketCreated ticket = publisher.publish("20");
        Buyer rival = Buyer.signedIn(api);
        String held = rival.placeOrder(ticket.id());
        assertThat(order("key", ticket.id()).expect(400).codes()).containsExactly("ticket-reserved");
        rival.cancelOrder(held).expect(204);

        order("key", ticket.id()).expect(201);
    }

    /** tickets ignores an order whose id is lower than those of many later orders. */
    @Test
    void placesARejectedOrderLaterWithANewId() throws Exception {
        TicketCreated ticket = publisher.publish("20");
        Buyer rival = Buyer.signedIn(api);
        String held = rival.placeOrder(ticket.id());
        order("key", ticket.id()).expect(400);
        rival.cancelOrder(held).expect(204);
        MongoCollection<Document> keys = mongo.getCollection("idempotencyKeys");
        Document newest = keys.find().sort(Sorts.descending("createdAt")).first();
        keys.updateOne(
                newest,
                Updates.set("requestId", TimeOrderedIds.lowest(Instant.now().minus(Duration.ofMinutes(2)))));

        var answers = ConcurrentRequests.send(Collections.nCopies(16, ticket.id()), ticketId -> order("key", ticketId));

        assertThat(answers).allSatisfy(answer -> answer.expect(201));
        assertThat(answers.stream().map(ApiResponse::text).distinct()).hasSize(1);
        String id = answers.getFirst().json().path("id").asString();
        assertThat(id).isGreaterThan(held);
        assertThat(orders()).isOne();
    }

    private ApiResponse order(String key, String ticketId) {
        return buyer.api().with("Idempotency-Key", key).post("/api/orders", Map.of("ticketId", ticketId));
    }

    private int orders() {
        return buyer.api().get("/api/orders").json().size();
    }
}
