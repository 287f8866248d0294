package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import com.ticketing.testsupport.RandomInput;
import com.ticketing.testsupport.Seeded;
import com.ticketing.testsupport.SignedIn;
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
class ListTicketIT {

    @Autowired
    Api api;

    Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.of(api);
    }

    static Stream<Seeded<String>> titles() {
        return RandomInput.titles(40, 200);
    }

    @Test
    void answersTheTicket() {
        JsonNode ticket = seller.lists("Concert", new BigDecimal("19.99"));

        assertThat(ticket.propertyNames()).containsExactlyInAnyOrder("id", "title", "price", "userId", "version");
        assertThat(ticket.path("id").asString()).matches("[0-9a-f]{24}");
        assertThat(ticket.path("title").asString()).isEqualTo("Concert");
        assertThat(ticket.path("userId").asString()).isEqualTo(seller.id());
        assertThat(ticket.path("version").asLong()).isZero();
        assertThat(get(ticket).json()).isEqualTo(ticket);
    }

    @Test
    void ofAnAnonymousCallerIsNotAuthorized() {
        Map<String, Object> ticket = Map.of("title", "Concert", "price", 20);

        for (Api anonymous : new Api[] {
            api,
            api.as(SignedIn.expired(seller.id(), "seller@example.com")),
            api.as(SignedIn.withAnotherKey(seller.id(), "seller@example.com")),
            api.as(SignedIn.unsigned(seller.id(), "seller@example.com"))
        }) {
            ApiResponse response = anonymous.post("/api/tickets", ticket);
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.messages()).containsExactly("Not authorized");
        }
    }

    @Test
    void namesEachFieldThatIsWrong() {
        ApiResponse response = seller.api().post("/api/tickets", Map.of("title", " ", "price", -1));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.errors())
                .extracting(Failure::message, Failure::field)
                .containsExactly(tuple("Price must be greater than 0", "price"), tuple("Title is required", "title"));
    }

    @Test
    void takesATitleWithoutTheSpaceAroundIt() {
        assertThat(seller.lists("  Concert\t", 20).path("title").asString()).isEqualTo("Concert");
    }

    @Test
    void takesTheLongestTitleAndNoLongerOne() {
        assertRefused("{\"title\":\"" + "x".repeat(201) + "\",\"price\":20}", "title");
        assertThat(seller.lists("x".repeat(200), 20).path("title").asString()).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\nb", "a\\u001bb", "a\\u0085b", "half a letter \\ud83c", "\\udfab"})
    void refusesTitlesThatAreNoText(String title) {
        assertRefused("{\"title\":\"" + title + "\",\"price\":20}", "title");
    }

    @ParameterizedTest
    @MethodSource("titles")
    void givesEachTitleBack(Seeded<String> title) {
        JsonNode ticket = seller.lists(title.value(), 20);

        assertThat(ticket.path("title").asString()).isEqualTo(title.value());
        assertThat(get(ticket).json()).isEqualTo(ticket);
    }

    private ApiResponse get(JsonNode ticket) {
        return api.get("/api/tickets/" + ticket.path("id").asString()).expect(200);
    }

    private void assertRefused(String body, String field) {
        ApiResponse response = seller.api().sendText("POST", "/api/tickets", "application/json", body);

        assertThat(response.status()).as(response.text()).isEqualTo(400);
        assertThat(response.errors()).extracting(Failure::field).contains(field);
        assertThat(seller.api().get("/api/tickets/mine").expect(200).json()).isEmpty();
    }
}
