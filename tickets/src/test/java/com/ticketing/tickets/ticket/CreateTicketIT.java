package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ticketing.common.quotas.HourlyQuotas;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.Seeded;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.input.RandomInput;
import com.ticketing.tickets.TicketError;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@TicketsServiceTest
class CreateTicketIT {

    @Autowired
    Api api;

    @Autowired
    HourlyQuotas quotas;

    @Autowired
    MovableClock clock;

    Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.signedIn(api);
    }

    @Test
    void aSellerCreatesAtMostAThousandTicketsPerHourAndTheProcessesOwnShare() {
        // the quota is that of the clock's hour, which must not end during the test
        clock.stop();
        for (int listing = 0; listing < 1_050; listing++) {
            quotas.use("listings", seller.id(), 1_000, TicketError.TOO_MANY_LISTINGS);
        }

        ApiResponse rejected = seller.api()
                .post("/api/tickets", Map.of("title", "Concert", "price", 20))
                .expect(429);

        assertThat(rejected.codes()).containsExactly("too-many-listings");
        assertThat(Integer.parseInt(rejected.header("Retry-After").orElseThrow()))
                .isBetween(1, 3600);
        Seller.signedIn(api).createDefaultTicket();
    }

    static Stream<Seeded<String>> titles() {
        return RandomInput.titles(40, 200);
    }

    @Test
    void returnsTheCreatedTicket() {
        JsonNode ticket = seller.createTicket("Concert", new BigDecimal("19.99"));

        assertThat(ticket.propertyNames())
                .containsExactlyInAnyOrder("id", "title", "price", "userId", "version", "listedAt");
        assertThat(ticket.path("id").asString()).matches("[0-9a-f]{24}");
        assertThat(ticket.path("title").asString()).isEqualTo("Concert");
        assertThat(ticket.path("userId").asString()).isEqualTo(seller.id());
        assertThat(ticket.path("version").asLong()).isZero();
        assertThat(get(ticket).json()).isEqualTo(ticket);
    }

    @Test
    void rejectsRequestsWithoutAValidSession() {
        Map<String, Object> ticket = Map.of("title", "Concert", "price", 20);

        for (Api anonymous : new Api[] {
            api,
            api.as(SignedIn.expired(seller.id(), "seller@example.com")),
            api.as(SignedIn.withAnotherKey(seller.id(), "seller@example.com")),
            api.as(SignedIn.unsigned(seller.id(), "seller@example.com"))
        }) {
            ApiResponse response = anonymous.post("/api/tickets", ticket);
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.codes()).containsExactly("not-authorized");
        }
    }

    @Test
    void reportsEveryInvalidField() {
        ApiResponse response = seller.api().post("/api/tickets", Map.of("title", " ", "price", -1));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.errors())
                .extracting(Failure::code, Failure::field)
                .containsExactly(tuple("price-too-low", "price"), tuple("title-missing", "title"));
    }

    @Test
    void stripsTheTitle() {
        assertThat(seller.createTicket("  Concert\t", 20).path("title").asString())
                .isEqualTo("Concert");
    }

    @Test
    void acceptsATitleOf200CharactersAndRejectsALongerOne() {
        assertRejected("{\"title\":\"" + "x".repeat(201) + "\",\"price\":20}", "title");
        assertThat(seller.createTicket("x".repeat(200), 20).path("title").asString())
                .hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\nb", "a\\u001bb", "a\\u0085b", "half a letter \\ud83c", "\\udfab"})
    void rejectsATitleWithControlOrIncompleteCharacters(String title) {
        assertRejected("{\"title\":\"" + title + "\",\"price\":20}", "title");
    }

    @ParameterizedTest
    @MethodSource("titles")
    void returnsEveryTitleUnchanged(Seeded<String> title) {
        JsonNode ticket = seller.createTicket(title.value(), 20);

        assertThat(ticket.path("title").asString()).isEqualTo(title.value());
        assertThat(get(ticket).json()).isEqualTo(ticket);
    }

    private ApiResponse get(JsonNode ticket) {
        return api.get("/api/tickets/" + ticket.path("id").asString()).expect(200);
    }

    private void assertRejected(String body, String field) {
        ApiResponse response = seller.api().sendText("POST", "/api/tickets", "application/json", body);

        assertThat(response.status()).as(response.text()).isEqualTo(400);
        assertThat(response.errors()).extracting(Failure::field).contains(field);
        assertThat(seller.api().get("/api/tickets/mine").expect(200).json()).isEmpty();
    }
}
