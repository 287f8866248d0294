package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.UserDeleted;
import com.ticketing.servicetest.Channels;
import com.ticketing.servicetest.StoredDocuments;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.input.InvalidRequest;
import com.ticketing.testsupport.input.InvalidRequests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoOperations;

/** A seller's listings as admins see them, and who may read the routes for admins. */
@TicketsServiceTest
@ExtendWith(OutputCaptureExtension.class)
class AdminRoutesIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MongoOperations mongo;

    Api admin;
    Seller seller;

    @BeforeEach
    void signIn() {
        admin = admin(api);
        seller = Seller.signedIn(api);
    }

    static Api admin(Api api) {
        return api.as(SignedIn.as(SignedIn.newId(), "admin@example.com", "admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sellers/{seller}", "deliveries/overdue", "{ticket}/delivery/reads"})
    void areForAdminsOnly(String route) {
        String path = "/api/tickets/"
                + route.replace("{seller}", seller.id()).replace("{ticket}", seller.createDefaultTicket());

        assertThat(api.get(path).expect(401).codes()).containsExactly("not-authorized");
        assertThat(seller.api().get(path).expect(403).codes()).containsExactly("forbidden");
        for (String role : List.of("scanner", "ADMIN", "ROLE_admin")) {
            api.as(SignedIn.as(SignedIn.newId(), "user@example.com", role))
                    .get(path)
                    .expect(403);
        }
        admin.get(path).expect(200);
    }

    @Test
    void showASellersListingsInEveryStateAsTheSellerSeesThem() {
        String withdrawn = seller.createDefaultTicket();
        String held = seller.createDefaultTicket();
        String sold = seller.createDefaultTicket();
        String onSale = seller.createDefaultTicket();
        Seller.signedIn(api).createDefaultTicket();
        seller.api().delete("/api/tickets/" + withdrawn).expect(204);
        channels.publish(OrderEvents.of(held).created());
        channels.publish(OrderEvents.of(sold).completed());

        eventually(() -> assertThat(statuses(admin.get(listings()).expect(200)))
                .containsExactly(
                        Map.entry(onSale, "on-sale"),
                        Map.entry(sold, "sold"),
                        Map.entry(held, "held"),
                        Map.entry(withdrawn, "withdrawn")));
        assertThat(admin.get(listings()).text())
                .isEqualTo(seller.api().get("/api/tickets/mine").text());
        assertThat(TicketPagesIT.ids(admin.get(listings() + "?status=withdrawn").expect(200)))
                .containsExactly(withdrawn);
    }

    private String listings() {
        return "/api/tickets/sellers/" + seller.id();
    }

    private static List<Map.Entry<String, String>> statuses(ApiResponse response) {
        return response.json()
                .valueStream()
                .map(ticket -> Map.entry(
                        ticket.path("id").asString(), ticket.path("status").asString()))
                .toList();
    }

    @Test
    void pageASellersListings() {
        List<String> oldestFirst =
                Stream.generate(seller::createDefaultTicket).limit(5).toList();

        assertThat(pages(admin, listings() + "?limit=2")).containsExactlyElementsOf(oldestFirst.reversed());
        assertThat(pages(admin, listings() + "?limit=2&status=on-sale"))
                .containsExactlyElementsOf(oldestFirst.reversed());
    }

    /** Returns the ids of all pages, which the links lead to. */
    static List<String> pages(Api admin, String first) {
        List<String> ids = new ArrayList<>();
        Optional<String> next = Optional.of(first);
        while (next.isPresent()) {
            ApiResponse page = admin.get(next.get()).expect(200);
            ids.addAll(TicketPagesIT.ids(page));
            next = TicketPagesIT.next(page);
        }
        return ids;
    }

    @Test
    void showTheListingsOfADeletedSeller() {
        String ticket =
                seller.createTicket("Secret " + seller.id(), 20).path("id").asString();

        channels.publish(new UserDeleted(seller.id(), 1, Instant.now()));

        eventually(() -> {
            ApiResponse listed = admin.get(listings()).expect(200);
            assertThat(TicketPagesIT.ids(listed)).containsExactly(ticket);
            assertThat(listed.json().get(0).path("title").asString()).isEqualTo(Ticket.ERASED_TITLE);
            assertThat(listed.json().get(0).path("hidden").asBoolean()).isTrue();
        });
    }

    @Test
    void showATicketOfVersion010() {
        Document released = new StoredDocuments(mongo, Ticket.class).insert("0.1.0/ticket.json");

        assertThat(statuses(admin.get("/api/tickets/sellers/" + released.getString("userId"))
                        .expect(200)))
                .containsExactly(Map.entry(released.getString("_id"), "held"));
        assertThat(admin.get("/api/tickets/" + released.getString("_id") + "/delivery/reads")
                        .expect(200)
                        .json())
                .isEmpty();
    }

    @Test
    void showNoListingsOfAnUnknownUser() {
        assertThat(admin.get("/api/tickets/sellers/" + SignedIn.newId())
                        .expect(200)
                        .json())
                .isEmpty();
    }

    @Test
    void logWhoReadWhat(CapturedOutput log) {
        String ticket = seller.createDefaultTicket();
        String adminId = SignedIn.newId();
        Api logged = api.as(SignedIn.as(adminId, "admin@example.com", "admin"));

        logged.get(listings()).expect(200);
        logged.get("/api/tickets/deliveries/overdue").expect(200);
        logged.get("/api/tickets/" + ticket + "/delivery/reads").expect(200);

        assertThat(log.getOut())
                .contains("Listings read by admin: adminId=" + adminId + " sellerId=" + seller.id())
                .contains("Overdue deliveries read by admin: adminId=" + adminId)
                .contains("Delivery reads read by admin: adminId=" + adminId + " ticketId=" + ticket);
    }

    static Stream<InvalidRequest> malformedIds() {
        return Stream.concat(
                InvalidRequests.malformedIds("GET", "/api/tickets/sellers/{id}", null),
                InvalidRequests.malformedIds("GET", "/api/tickets/{id}/delivery/reads", null));
    }

    @ParameterizedTest
    @MethodSource("malformedIds")
    void answerMalformedIdsWith404(InvalidRequest request) {
        request.assertRejectedBy(admin);
    }

    @ParameterizedTest
    @CsvSource({
        "sellers/{seller}, limit=0, limit",
        "sellers/{seller}, limit=201, limit",
        "sellers/{seller}, after=x, after",
        "sellers/{seller}, status=lost, status",
        "deliveries/overdue, limit=0, limit",
        "deliveries/overdue, limit=201, limit",
        "deliveries/overdue, limit=x, limit",
        "deliveries/overdue, after=x, after",
        "deliveries/overdue, after=5f0000000000000000000000, after",
        "deliveries/overdue, after=%7E5f0000000000000000000000, after",
        "deliveries/overdue, after=2026-01-01T00:00:00Z%7Ex, after",
        "deliveries/overdue, after=%00%7E5f0000000000000000000000, after"
    })
    void rejectInvalidParameters(String route, String query, String field) {
        String path = "/api/tickets/" + route.replace("{seller}", seller.id()) + "?" + query;

        assertThat(admin.get(path).expect(400).errors())
                .extracting(ApiResponse.Failure::field)
                .containsExactly(field);
    }
}
