package com.ticketing.orders.order;

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
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** A buyer's orders as admins see them. */
@OrdersServiceTest
@ExtendWith(OutputCaptureExtension.class)
class AdminRoutesIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MongoOperations mongo;

    @Autowired
    TicketPublisher publisher;

    Api admin;
    Buyer buyer;

    @BeforeEach
    void signIn() {
        admin = api.as(SignedIn.as(SignedIn.newId(), "admin@example.com", "admin"));
        buyer = Buyer.signedIn(api);
    }

    private String path() {
        return "/api/orders/buyers/" + buyer.id();
    }

    @Test
    void areForAdminsOnly() {
        assertThat(api.get(path()).expect(401).codes()).containsExactly("not-authorized");
        assertThat(buyer.api().get(path()).expect(403).codes()).containsExactly("forbidden");
        for (String role : List.of("scanner", "ADMIN", "ROLE_admin")) {
            api.as(SignedIn.as(SignedIn.newId(), "user@example.com", role))
                    .get(path())
                    .expect(403);
        }
        admin.get(path()).expect(200);
    }

    @Test
    void showABuyersOrdersAsTheBuyerSeesThem() {
        String cancelled = buyer.placeOrder(publisher.publishTicket());
        buyer.cancelOrder(cancelled).expect(204);
        String held = buyer.placeOrder(publisher.publishTicket());
        Buyer.signedIn(api).placeOrder(publisher.publishTicket());

        ApiResponse shown = admin.get(path()).expect(200);

        assertThat(ids(shown)).containsExactly(held, cancelled);
        assertThat(shown.text()).isEqualTo(buyer.api().get("/api/orders").text());
    }

    private static List<String> ids(ApiResponse response) {
        return response.json()
                .valueStream()
                .map(order -> order.path("id").asString())
                .toList();
    }

    @Test
    void pageABuyersOrders() {
        List<String> oldestFirst = Stream.generate(() -> buyer.placeOrder(publisher.publishTicket()))
                .limit(5)
                .toList();

        List<String> paged = new ArrayList<>();
        Optional<String> next = Optional.of(path() + "?limit=2");
        while (next.isPresent()) {
            ApiResponse page = admin.get(next.get()).expect(200);
            paged.addAll(ids(page));
            next = page.header("Link").map(link -> link.replaceAll("^<(.*)>.*$", "$1"));
        }

        assertThat(paged).containsExactlyElementsOf(oldestFirst.reversed());
    }

    @Test
    void showTheOrdersOfADeletedBuyer() {
        String order = buyer.placeOrder(publisher.publishTicket());

        channels.publish(new UserDeleted(buyer.id(), 1, Instant.now()));

        eventually(() -> {
            JsonNode shown = admin.get(path()).expect(200).json();
            assertThat(shown).hasSize(1);
            assertThat(shown.get(0).path("id").asString()).isEqualTo(order);
            assertThat(shown.get(0).path("status").asString()).isEqualTo("cancelled");
        });
    }

    @Test
    void showAnOrderOfVersion010() {
        Document released = new StoredDocuments(mongo, Order.class).insert("0.1.0/order.json");

        assertThat(ids(admin.get("/api/orders/buyers/" + released.getString("userId"))
                        .expect(200)))
                .containsExactly(released.getString("_id"));
        // the sweep would cancel this overdue hold during another test
        mongo.getCollection("orders").deleteOne(new Document("_id", released.getString("_id")));
    }

    @Test
    void showNoOrdersOfAnUnknownUser() {
        assertThat(admin.get("/api/orders/buyers/" + SignedIn.newId())
                        .expect(200)
                        .json())
                .isEmpty();
    }

    @Test
    void logWhoReadWhat(CapturedOutput log) {
        String adminId = SignedIn.newId();

        api.as(SignedIn.as(adminId, "admin@example.com", "admin")).get(path()).expect(200);

        assertThat(log.getOut()).contains("Orders read by admin: adminId=" + adminId + " buyerId=" + buyer.id());
    }

    static Stream<InvalidRequest> malformedIds() {
        return InvalidRequests.malformedIds("GET", "/api/orders/buyers/{id}", null);
    }

    @ParameterizedTest
    @MethodSource("malformedIds")
    void answerMalformedIdsWith404(InvalidRequest request) {
        request.assertRejectedBy(admin);
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=201, limit", "limit=x, limit", "after=x, after", "after=%00, after"})
    void rejectInvalidPageParameters(String query, String field) {
        assertThat(admin.get(path() + "?" + query).expect(400).errors())
                .extracting(ApiResponse.Failure::field)
                .containsExactly(field);
    }
}
