package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** What a ticket states about its event. */
@TicketsServiceTest
class EventFactsIT {

    private static final Map<String, Object> FACTS = Map.of(
            "startsAt",
            "2031-06-12T19:30:00+02:00",
            "timeZone",
            "Europe/Vienna",
            "venue",
            " Stephaniensaal ",
            "city",
            "Graz",
            "category",
            "music",
            "seat",
            "Row 3, seat 7");

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MongoOperations mongo;

    Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.signedIn(api);
    }

    @Test
    void returnsTheFactsAndTheTimeOfTheListing() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        JsonNode ticket = seller.createTicket(with(FACTS, "description", "Two lines\r\nand no encore."));

        assertThat(ticket.path("startsAt").asString()).isEqualTo("2031-06-12T17:30:00Z");
        assertThat(ticket.path("timeZone").asString()).isEqualTo("Europe/Vienna");
        assertThat(ticket.path("venue").asString()).isEqualTo("Stephaniensaal");
        assertThat(ticket.path("city").asString()).isEqualTo("Graz");
        assertThat(ticket.path("category").asString()).isEqualTo("music");
        assertThat(ticket.path("seat").asString()).isEqualTo("Row 3, seat 7");
        assertThat(ticket.path("description").asString()).isEqualTo("Two lines\nand no encore.");
        assertThat(Instant.parse(ticket.path("listedAt").asString())).isBetween(before, Instant.now());
        assertThat(api.get(path(ticket)).expect(200).json()).isEqualTo(ticket);
    }

    @Test
    void listsTheFactsWithoutTheDescription() {
        JsonNode ticket = seller.createTicket(with(FACTS, "description", "No encore."));

        JsonNode listed = seller.api().get("/api/tickets/mine").json().path(0);
        assertThat(listed.path("venue").asString()).isEqualTo("Stephaniensaal");
        assertThat(listed.has("description")).isFalse();
        assertThat(listed.path("status").asString()).isEqualTo("on-sale");
        assertThat(api.get(path(ticket)).json().has("status")).isFalse();
    }

    @Test
    void publishesTheFactsAndNotTheDescription() {
        String id = seller.createTicket(with(FACTS, "description", "No encore."))
                .path("id")
                .asString();

        eventually(() -> assertThat(channels.received(Subject.TICKET_CREATED, id))
                .singleElement()
                .satisfies(event -> assertThat(event.propertyNames())
                        .contains("startsAt", "timeZone", "venue", "city", "category", "seat")
                        .doesNotContain("description", "facts")));
    }

    @Test
    void anEditLeavesAbsentFactsAndRemovesNulls() {
        JsonNode ticket = seller.createTicket(with(FACTS, "description", "No encore."));
        Map<String, @Nullable Object> edit = with(Map.of(), "venue", null);
        edit.put("seat", " ");
        edit.put("city", "Linz");

        JsonNode edited = seller.api().put(path(ticket), edit).expect(200).json();

        assertThat(edited.has("venue")).isFalse();
        assertThat(edited.has("seat")).isFalse();
        assertThat(edited.path("city").asString()).isEqualTo("Linz");
        assertThat(edited.path("startsAt")).isEqualTo(ticket.path("startsAt"));
        assertThat(edited.path("description").asString()).isEqualTo("No encore.");
        assertThat(api.get(path(ticket)).json()).isEqualTo(edited);
    }

    @Test
    void anEditOfAClientThatKnowsNoFactsKeepsThem() {
        JsonNode ticket = seller.createTicket(with(FACTS, "description", "No encore."));

        JsonNode edited = seller.api()
                .put(path(ticket), Map.of("title", "Opera", "price", 30))
                .expect(200)
                .json();

        assertThat(edited.path("startsAt")).isEqualTo(ticket.path("startsAt"));
        assertThat(edited.path("seat")).isEqualTo(ticket.path("seat"));
        assertThat(edited.path("description")).isEqualTo(ticket.path("description"));
    }

    @Test
    void removesTheTimeZoneWithTheStart() {
        JsonNode ticket = seller.createTicket(with(FACTS));

        JsonNode edited = seller.api()
                .put(path(ticket), with(Map.of(), "startsAt", null))
                .expect(200)
                .json();

        assertThat(edited.has("startsAt")).isFalse();
        assertThat(edited.has("timeZone")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "startsAt    | tomorrow             | starts-at-invalid",
                "startsAt    | 2020-01-01T00:00:00Z | starts-at-invalid",
                "startsAt    | 2100-01-01T00:00:00Z | starts-at-invalid",
                "startsAt    | 2031-06-12T19:30:00  | starts-at-invalid",
                "timeZone    | Europe/Atlantis      | time-zone-invalid",
                "timeZone    | ''                   | time-zone-invalid",
                "category    | Music                | category-unknown",
                "category    | opera                | category-unknown",
                "venue       | 101 x                | text-too-long",
                "city        | 61 x                 | text-too-long",
                "seat        | 61 x                 | text-too-long",
                "description | 2001 x               | text-too-long",
                "venue       | a\\0b                | text-malformed",
                "venue       | \\0                  | text-malformed",
                "city        | a\\nb                | text-malformed",
                "seat        | \u202Eb              | text-malformed",
                "description | a\\7b                | text-malformed"
            })
    void rejectsAnInvalidFact(String field, String value, String code) {
        String text = value.endsWith(" x")
                ? "x".repeat(Integer.parseInt(value.substring(0, value.length() - 2)))
                : value.translateEscapes();
        ApiResponse rejected = seller.api().post("/api/tickets", with(FACTS, field, text));

        assertThat(rejected.status()).as(rejected.text()).isEqualTo(400);
        assertThat(rejected.errors()).extracting(Failure::code, Failure::field).containsExactly(tuple(code, field));
        assertThat(seller.api().get("/api/tickets/mine").json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"startsAt", "timeZone", "venue", "city", "category", "seat", "description"})
    void rejectsAFactThatIsNotAText(String field) {
        ApiResponse rejected = seller.api().post("/api/tickets", with(FACTS, field, 7));

        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.errors())
                .extracting(Failure::code, Failure::field)
                .containsExactly(tuple("wrong-type", field));
    }

    @Test
    void hidesATicketWhoseEventHasStartedFromEveryoneButItsSeller() {
        JsonNode ticket = seller.createTicket(with(FACTS, "title", "w" + seller.id()));
        String list = "/api/tickets?q=w" + seller.id();
        assertThat(TicketPagesIT.ids(api.get(list))).hasSize(1);

        StartedEvents.start(mongo, ticket.path("id").asString());

        for (String sort : new String[] {"", "&sort=price", "&sort=startsAt", "&from=2000-01-01T00:00:00Z"}) {
            assertThat(TicketPagesIT.ids(api.get(list + sort).expect(200))).isEmpty();
        }
        assertThat(TicketPagesIT.ids(seller.api().get("/api/tickets/mine"))).hasSize(1);
        api.get(path(ticket)).expect(200);
        seller.api().put(path(ticket), Map.of("title", "Late", "price", 1)).expect(200);
    }

    @Test
    void showsTheSellerWhetherATicketIsHeldOrSold() {
        String id = seller.createDefaultTicket();
        OrderEvents order = OrderEvents.of(id);

        channels.publish(order.created());
        eventually(() -> assertThat(status()).isEqualTo("held"));
        channels.publish(order.completed());
        eventually(() -> assertThat(status()).isEqualTo("sold"));
    }

    private String status() {
        return seller.api()
                .get("/api/tickets/mine")
                .json()
                .path(0)
                .path("status")
                .asString();
    }

    private static String path(JsonNode ticket) {
        return "/api/tickets/" + ticket.path("id").asString();
    }

    private static Map<String, @Nullable Object> with(Map<String, Object> facts, @Nullable Object... more) {
        Map<String, @Nullable Object> ticket = new HashMap<>(Map.of("title", "Concert", "price", 20));
        ticket.putAll(facts);
        for (int i = 0; i < more.length; i += 2) {
            ticket.put(String.valueOf(more[i]), more[i + 1]);
        }
        return ticket;
    }
}
