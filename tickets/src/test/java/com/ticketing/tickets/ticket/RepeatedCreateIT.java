package com.ticketing.tickets.ticket;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.idempotency.RepeatedRequests;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import com.ticketing.testsupport.ConcurrentRequests;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

@TicketsServiceTest
class RepeatedCreateIT {

    private static final Map<String, Object> TICKET = Map.of("title", "Concert", "price", 20);

    @Autowired
    Api api;

    @Autowired
    RepeatedRequests repeated;

    @Autowired
    MongoOperations mongo;

    @Autowired
    Tickets tickets;

    Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.signedIn(api);
    }

    @Test
    void returnsTheFirstResponseAgain() {
        ApiResponse first = create(seller, "key", TICKET).expect(201);
        String path = "/api/tickets/" + first.json().path("id").asString();
        seller.api().put(path, Map.of("title", "Opera", "price", 30)).expect(200);

        assertThat(create(seller, "key", TICKET).expect(201).text()).isEqualTo(first.text());
        assertThat(tickets(seller)).isOne();
        assertThat(api.get(path).json().path("title").asString()).isEqualTo("Opera");
    }

    @Test
    void rejectsTheKeyWithAnotherBody() {
        create(seller, "key", TICKET).expect(201);

        assertThat(create(seller, "key", Map.of("title", "Concert", "price", 21))
                        .expect(422)
                        .errors())
                .extracting(Failure::field, Failure::code)
                .containsExactly(tuple("Idempotency-Key", "idempotency-key-reused"));
        assertThat(tickets(seller)).isOne();
    }

    @Test
    void keepsTheKeysOfUsersApart() {
        Seller other = Seller.signedIn(api);

        assertThat(create(seller, "key", TICKET).expect(201).json().path("id"))
                .isNotEqualTo(create(other, "key", TICKET).expect(201).json().path("id"));
    }

    @Test
    void createsAnotherTicketWithAnotherKeyOrWithoutOne() {
        create(seller, "one", TICKET).expect(201);
        create(seller, "two", TICKET).expect(201);
        seller.createDefaultTicket();
        seller.createDefaultTicket();

        assertThat(tickets(seller)).isEqualTo(4);
    }

    @Test
    void createsOneTicketForConcurrentRequests() throws Exception {
        var answers = ConcurrentRequests.send(Collections.nCopies(16, TICKET), ticket -> create(seller, "key", ticket));

        assertThat(answers).allSatisfy(answer -> answer.expect(201));
        assertThat(answers.stream().map(ApiResponse::text).distinct()).hasSize(1);
        assertThat(tickets(seller)).isOne();
    }

    /** The process ended between its two writes. */
    @Test
    void completesAnInterruptedCreation() {
        var first = repeated.identify("create-ticket", seller.id(), "key", request(null, null));

        assertThat(create(seller, "key", TICKET).expect(201).json().path("id").asString())
                .isEqualTo(first.value());
        assertThat(tickets(seller)).isOne();
    }

    @Test
    void returnsTheFirstResponseAfterTheEventHasStarted() {
        String start = "2020-02-01T19:00:00Z";
        String zone = "Europe/Vienna";
        var first = repeated.identify("create-ticket", seller.id(), "key", request(start, zone));
        String id = TimeOrderedIds.lowest(Instant.parse("2020-01-01T12:00:00Z"));
        mongo.getCollection("idempotencyKeys").updateOne(eq("requestId", first.value()), set("requestId", id));
        TicketFacts facts = new TicketFacts(Instant.parse(start), zone, null, null, null, null);
        tickets.save(Ticket.create(id, seller.id(), "Concert", BigDecimal.valueOf(20), facts, null));

        Map<String, Object> request = Map.of("title", "Concert", "price", 20, "startsAt", start, "timeZone", zone);
        JsonNode again = create(seller, "key", request).expect(201).json();

        assertThat(again.path("id").asString()).isEqualTo(id);
        assertThat(again.path("startsAt").asString()).isEqualTo(start);
        assertThat(tickets(seller)).isOne();
    }

    /** Nothing was created, so the corrected request may use the key. */
    @Test
    void doesNotRememberARejectedRequest() {
        create(seller, "key", Map.of("title", "", "price", 20)).expect(400);

        create(seller, "key", TICKET).expect(201);
    }

    static Stream<String> rejectsAMalformedKey() {
        return Stream.of("", "with space", "k".repeat(256));
    }

    @ParameterizedTest
    @MethodSource
    void rejectsAMalformedKey(String key) {
        assertThat(create(seller, key, TICKET).expect(400).errors())
                .extracting(Failure::field, Failure::code)
                .containsExactly(tuple("Idempotency-Key", "idempotency-key-malformed"));
    }

    @Test
    void storesNeitherTheUserNorTheKey() {
        create(seller, "a-key-that-is-not-stored", TICKET).expect(201);

        assertThat(mongo.getCollection("idempotencyKeys").find().map(Document::toJson))
                .isNotEmpty()
                .noneMatch(json -> json.contains(seller.id()) || json.contains("a-key-that-is-not-stored"));
    }

    private static TicketRequest request(@Nullable String startsAt, @Nullable String timeZone) {
        return new TicketRequest(
                "Concert", BigDecimal.valueOf(20), null, startsAt, timeZone, null, null, null, null, null, null);
    }

    private static ApiResponse create(Seller seller, String key, Map<String, Object> ticket) {
        return seller.api().with("Idempotency-Key", key).post("/api/tickets", ticket);
    }

    private static int tickets(Seller seller) {
        return seller.api().get("/api/tickets/mine").json().size();
    }
}
