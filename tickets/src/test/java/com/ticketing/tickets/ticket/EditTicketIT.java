package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.SignedIn;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@TicketsServiceTest
class EditTicketIT {

    private static final Map<String, Object> FRONT_ROW = Map.of("title", "Front row", "price", 35.5);

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    Seller seller;
    String path;

    @BeforeEach
    void createTicket() {
        seller = Seller.signedIn(api);
        path = "/api/tickets/" + seller.createTicket("Concert", 20).path("id").asString();
    }

    @Test
    void returnsTheEditedTicketAtTheNextVersion() {
        JsonNode edited = seller.api().put(path, FRONT_ROW).expect(200).json();

        assertThat(edited.path("title").asString()).isEqualTo("Front row");
        assertThat(edited.path("price").decimalValue()).isEqualByComparingTo("35.5");
        assertThat(edited.path("version").asLong()).isEqualTo(1);
        assertThat(api.get(path).json()).isEqualTo(edited);
        assertThat(api.get("/api/tickets?q=front").json()).contains(edited);
        assertThat(titles("/api/tickets/mine")).containsExactly("Front row");
    }

    @Test
    void rejectsAnEditByAnyoneButTheSeller() {
        ApiResponse anonymous = api.put(path, FRONT_ROW);
        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.codes()).containsExactly("not-authorized");

        ApiResponse another = Seller.signedIn(api).api().put(path, FRONT_ROW);
        assertThat(another.status()).isEqualTo(401);
        assertThat(another.codes()).containsExactly("not-authorized");

        assertUnchanged();
    }

    @Test
    void returnsNotFoundForAnUnknownTicket() {
        ApiResponse response = seller.api().put("/api/tickets/" + SignedIn.newId(), FRONT_ROW);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.codes()).containsExactly("not-found");
    }

    @Test
    void rejectsAnEditWhileAnOrderHoldsTheTicket() {
        OrderEvents order = OrderEvents.of(id());
        channels.publish(order.created());
        eventually(() ->
                assertThat(api.get(path).json().path("orderId").asString()).isEqualTo(order.order()));

        ApiResponse rejected = seller.api().put(path, FRONT_ROW);
        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.codes()).containsExactly("ticket-reserved");

        channels.publish(order.cancelled());
        eventually(() -> assertThat(api.get(path).json().has("orderId")).isFalse());
        seller.api().put(path, FRONT_ROW).expect(200);
    }

    @Test
    void acceptsAnEditOfTheCurrentVersion() {
        JsonNode edited =
                seller.api().put(path, based(0, "Front row")).expect(200).json();

        assertThat(edited.path("version").asLong()).isEqualTo(1);
    }

    @Test
    void returnsTheCurrentTicketWithTheConflictOfAnotherVersion() {
        JsonNode current = seller.api().put(path, FRONT_ROW).expect(200).json();

        for (long version : new long[] {0, 2, -1, Long.MAX_VALUE}) {
            ApiResponse response = seller.api().put(path, based(version, "Back row"));

            assertThat(response.status()).isEqualTo(409);
            assertThat(response.codes()).containsExactly("version-conflict");
            assertThat(response.json().path("current")).isEqualTo(current);
        }
        assertThat(api.get(path).json()).isEqualTo(current);
    }

    @Test
    void acceptsOneOfTwoConcurrentEditsOfTheSameVersion() throws Exception {
        List<ApiResponse> responses = ConcurrentRequests.send(
                List.of("Front row", "Back row"), title -> seller.api().put(path, based(0, title)));

        assertThat(responses).extracting(ApiResponse::status).containsExactlyInAnyOrder(200, 409);
        JsonNode winner = responses.stream()
                .filter(response -> response.status() == 200)
                .findFirst()
                .orElseThrow()
                .json();
        assertThat(api.get(path).json()).isEqualTo(winner);
        assertThat(responses)
                .filteredOn(response -> response.status() == 409)
                .allSatisfy(
                        response -> assertThat(response.json().path("current")).isEqualTo(winner));
    }

    @Test
    void acceptsAllConcurrentEditsWithoutAVersion() throws Exception {
        List<ApiResponse> responses = ConcurrentRequests.send(
                Collections.nCopies(8, FRONT_ROW), edit -> seller.api().put(path, edit));

        assertThat(responses).extracting(ApiResponse::status).containsOnly(200);
        assertThat(responses)
                .extracting(response -> response.json().path("version").asLong())
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    private static Map<String, Object> based(long version, String title) {
        return Map.of("title", title, "price", 25, "version", version);
    }

    private void assertUnchanged() {
        JsonNode ticket = api.get(path).json();
        assertThat(ticket.path("version").asLong()).isZero();
        assertThat(ticket.path("title").asString()).isEqualTo("Concert");
    }

    private List<String> titles(String list) {
        return seller.api()
                .get(list)
                .expect(200)
                .json()
                .valueStream()
                .map(ticket -> ticket.path("title").asString())
                .toList();
    }

    private String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
