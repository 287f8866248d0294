package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ticketing.common.events.Subject;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.idempotency.RepeatedRequests;
import com.ticketing.common.idempotency.RequestId;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import com.ticketing.testsupport.ConcurrentRequests;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** One request creates several identical tickets. */
@TicketsServiceTest
class CreateSeveralTicketsIT {

    private static final Map<String, Object> FOUR = Map.of("title", "Concert", "price", 20, "quantity", 4);

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    RepeatedRequests repeated;

    @Autowired
    Tickets tickets;

    Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.signedIn(api);
    }

    @Test
    void returnsAndPublishesEachOfThem() {
        JsonNode created = seller.api().post("/api/tickets", FOUR).expect(201).json();

        assertThat(created.isArray()).isTrue();
        assertThat(created.valueStream()).hasSize(4).allSatisfy(ticket -> {
            assertThat(ticket.path("title").asString()).isEqualTo("Concert");
            assertThat(ticket.path("version").asLong()).isZero();
            assertThat(ticket.has("quantity")).isFalse();
        });
        List<String> ids = created.valueStream()
                .map(ticket -> ticket.path("id").asString())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(mine()).containsExactlyInAnyOrderElementsOf(ids);
        eventually(() -> assertThat(ids)
                .allSatisfy(id -> assertThat(channels.received(Subject.TICKET_CREATED, id))
                        .hasSize(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "1", "11", "2147483648"})
    void rejectsAnotherQuantity(String quantity) {
        ApiResponse rejected = seller.api()
                .sendText(
                        "POST",
                        "/api/tickets",
                        "application/json",
                        "{\"title\":\"Concert\",\"price\":20,\"quantity\":" + quantity + "}");

        assertThat(rejected.status()).as(rejected.text()).isEqualTo(400);
        assertThat(mine()).isEmpty();
    }

    @Test
    void namesTheFieldAndTheCodeOfAQuantityThatIsOutOfRange() {
        assertThat(seller.api()
                        .post("/api/tickets", Map.of("title", "Concert", "price", 20, "quantity", 11))
                        .expect(400)
                        .errors())
                .extracting(Failure::field, Failure::code)
                .containsExactly(tuple("quantity", "quantity-out-of-range"));
    }

    @Test
    void createsThemOnceForRepeatedAndConcurrentRequests() throws Exception {
        List<ApiResponse> answers =
                ConcurrentRequests.send(Collections.nCopies(8, FOUR), request -> create("key", request));

        assertThat(answers).allSatisfy(answer -> answer.expect(201));
        assertThat(answers.stream().map(ApiResponse::text).distinct()).hasSize(1);
        assertThat(create("key", FOUR).expect(201).text())
                .isEqualTo(answers.getFirst().text());
        assertThat(mine()).hasSize(4);
    }

    @Test
    void rejectsTheKeyWithAnotherQuantity() {
        create("key", FOUR).expect(201);

        assertThat(create("key", Map.of("title", "Concert", "price", 20, "quantity", 5))
                        .expect(422)
                        .codes())
                .containsExactly("idempotency-key-reused");
        assertThat(mine()).hasSize(4);
    }

    /** The process ended after it had stored the key and one of the tickets. */
    @Test
    void completesAnInterruptedCreation() {
        TicketRequest request =
                new TicketRequest("Concert", new BigDecimal("20"), null, null, null, null, null, null, null, null, 4);
        RequestId first = repeated.identify("create-ticket", seller.id(), "key", request, 4);
        String second = first.values(4).get(1);
        tickets.save(Ticket.create(second, seller.id(), "Concert", BigDecimal.valueOf(20), TicketFacts.NONE, null));

        JsonNode created = create("key", FOUR).expect(201).json();

        assertThat(created.valueStream().map(ticket -> ticket.path("id").asString()))
                .containsExactlyElementsOf(first.values(4));
        assertThat(mine()).containsExactlyInAnyOrderElementsOf(first.values(4));
        eventually(() -> assertThat(first.values(4))
                .allSatisfy(id -> assertThat(channels.received(Subject.TICKET_CREATED, id))
                        .hasSize(1)));
    }

    private ApiResponse create(String key, Map<String, Object> request) {
        return seller.api().with("Idempotency-Key", key).post("/api/tickets", request);
    }

    private List<String> mine() {
        return TicketPagesIT.ids(seller.api().get("/api/tickets/mine").expect(200));
    }
}
