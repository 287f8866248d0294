package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.UserDeleted;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** The evidence about the deliveries of a ticket, for admins. */
@TicketsServiceTest
class DeliveryReadsIT {

    private static final int MAX_READS = 50;
    private static final int MAX_DELIVERIES = 50;

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MongoOperations mongo;

    Api admin;
    Seller seller;
    String ticket;
    String code;

    @BeforeEach
    void createTicket() {
        admin = AdminRoutesIT.admin(api);
        seller = Seller.signedIn(api);
        ticket = seller.createDefaultTicket();
        code = newCode();
    }

    private static String newCode() {
        return "code " + UUID.randomUUID();
    }

    private String path() {
        return "/api/tickets/" + ticket + "/delivery";
    }

    private void give(String value) {
        seller.api().put(path(), Map.of("kind", "code", "value", value)).expect(204);
    }

    private Api buyer(OrderEvents order) {
        return api.as(SignedIn.as(order.buyer(), "buyer@example.com"));
    }

    private OrderEvents sell() {
        OrderEvents order = OrderEvents.of(ticket);
        channels.publish(order.created());
        channels.publish(order.completed());
        eventually(() -> assertThat(listing().path("status").asString()).isEqualTo("sold"));
        return order;
    }

    private JsonNode listing() {
        return seller.api().get("/api/tickets/mine").expect(200).json().get(0);
    }

    private JsonNode evidence() {
        return admin.get(path() + "/reads").expect(200).json();
    }

    @Test
    void stateEachReadOfTheBuyer() {
        give(code);
        OrderEvents order = sell();
        buyer(order).get(path()).expect(200);
        buyer(order).get(path()).expect(200);
        seller.api().get(path()).expect(200);

        JsonNode delivery = evidence().get(0);

        assertThat(evidence()).hasSize(1);
        assertThat(delivery.propertyNames())
                .containsExactly("kind", "givenAt", "current", "orderId", "givenBeforeSale", "reads");
        assertThat(delivery.path("kind").asString()).isEqualTo("code");
        assertThat(delivery.path("current").asBoolean()).isTrue();
        assertThat(delivery.path("orderId").asString()).isEqualTo(order.order());
        assertThat(delivery.path("givenBeforeSale").asBoolean()).isTrue();
        assertThat(delivery.path("reads")).hasSize(2).allSatisfy(read -> {
            assertThat(read.propertyNames()).containsExactlyInAnyOrder("userId", "at");
            assertThat(read.path("userId").asString()).isEqualTo(order.buyer());
        });
        assertThat(times(delivery)).isSorted();
        assertThat(Instant.parse(delivery.path("givenAt").asString()))
                .isBefore(times(delivery).getFirst());
    }

    private static List<Instant> times(JsonNode delivery) {
        return delivery.path("reads")
                .valueStream()
                .map(read -> Instant.parse(read.path("at").asString()))
                .toList();
    }

    @Test
    void neverContainTheContent() {
        give(code);
        OrderEvents order = sell();
        buyer(order).get(path()).expect(200);
        String fingerprint = deliveries().get(0).getString("_id");

        assertThat(evidence().toString()).doesNotContain(code, fingerprint, "content", "value", "size");
        admin.get(path()).expect(404);
        admin.get(path() + "/file").expect(404);
        assertThat(evidence().get(0).path("reads"))
                .as("an admin's request is no read")
                .hasSize(1);
    }

    private List<Document> deliveries() {
        return mongo.getCollection("deliveries")
                .find(new Document("ticketId", ticket))
                .into(new ArrayList<>());
    }

    @Test
    void distinguishADeliveryAfterTheSale() {
        OrderEvents order = sell();
        assertThat(evidence()).isEmpty();

        give(code);

        JsonNode delivery = evidence().get(0);
        assertThat(delivery.path("givenBeforeSale").isBoolean()).isTrue();
        assertThat(delivery.path("givenBeforeSale").asBoolean()).isFalse();
        assertThat(delivery.path("orderId").asString()).isEqualTo(order.order());
        assertThat(delivery.path("reads")).isEmpty();
    }

    @Test
    void nameNoSaleOfATicketThatIsNotSold() {
        give(code);
        channels.publish(OrderEvents.of(ticket).created());
        eventually(() -> assertThat(listing().path("status").asString()).isEqualTo("held"));

        JsonNode delivery = evidence().get(0);

        assertThat(delivery.propertyNames()).containsExactly("kind", "givenAt", "current", "reads");
    }

    /** The next buyer needs another delivery. The first one is evidence for its own order. */
    @Test
    void keepTheReadsOfARefundedBuyer() {
        give(code);
        OrderEvents first = sell();
        buyer(first).get(path()).expect(200);
        channels.publish(first.refunded(true));
        eventually(() -> assertThat(listing().path("status").asString()).isEqualTo("on-sale"));
        OrderEvents second = sell();
        give(newCode());
        buyer(second).get(path()).expect(200);

        JsonNode evidence = evidence();

        assertThat(evidence.values())
                .extracting(delivery -> delivery.path("orderId").asString())
                .containsExactly(first.order(), second.order());
        assertThat(evidence.values())
                .extracting(delivery -> delivery.path("current").asBoolean())
                .containsExactly(false, true);
        assertThat(evidence.values())
                .extracting(delivery -> delivery.path("givenBeforeSale").asBoolean())
                .containsExactly(true, false);
        assertThat(evidence.values())
                .extracting(
                        delivery -> delivery.path("reads").get(0).path("userId").asString())
                .containsExactly(first.buyer(), second.buyer());
    }

    @Test
    void omitADeliveryThatNoTicketRefersTo() {
        mongo.getCollection("deliveries")
                .insertOne(new Document("_id", UUID.randomUUID().toString())
                        .append("ticketId", ticket)
                        .append("kind", "CODE")
                        .append("size", 1)
                        .append("givenAt", Date.from(Instant.now())));

        assertThat(evidence()).isEmpty();
        give(code);
        assertThat(evidence()).hasSize(1);
    }

    @Test
    void areTheFirstOnesOfMany() {
        give(code);
        OrderEvents order = sell();
        for (int i = 0; i <= MAX_READS; i++) {
            buyer(order).get(path()).expect(200);
        }

        assertThat(evidence().get(0).path("reads")).hasSize(MAX_READS);
    }

    @Test
    void areThoseOfTheNewestDeliveries() {
        Instant day = Instant.now().minus(Duration.ofDays(1));
        mongo.getCollection("deliveries")
                .insertMany(IntStream.rangeClosed(1, MAX_DELIVERIES)
                        .mapToObj(i -> new Document("_id", UUID.randomUUID().toString())
                                .append("ticketId", ticket)
                                .append("kind", "CODE")
                                .append("size", i)
                                .append("orderId", SignedIn.newId())
                                .append("givenAt", Date.from(day.plusSeconds(i))))
                        .toList());
        give(code);

        List<JsonNode> found = evidence().valueStream().toList();

        assertThat(found).hasSize(MAX_DELIVERIES);
        assertThat(found)
                .extracting(delivery -> Instant.parse(delivery.path("givenAt").asString()))
                .isSorted()
                .startsWith(day.plusSeconds(2).truncatedTo(ChronoUnit.MILLIS));
        assertThat(found.getLast().path("current").asBoolean()).isTrue();
    }

    @Test
    void surviveTheDeletionOfBothAccounts() {
        give(code);
        OrderEvents order = sell();
        buyer(order).get(path()).expect(200);
        channels.publish(order.refunded(true));
        channels.publish(new UserDeleted(order.buyer(), 1, Instant.now()));
        channels.publish(new UserDeleted(seller.id(), 1, Instant.now()));
        eventually(
                () -> assertThat(evidence().get(0).path("current").asBoolean()).isFalse());

        JsonNode delivery = evidence().get(0);

        assertThat(delivery.path("orderId").asString()).isEqualTo(order.order());
        assertThat(delivery.path("reads").get(0).path("userId").asString()).isEqualTo(order.buyer());
        assertThat(deliveries().get(0)).doesNotContainKey("content");
    }

    @Test
    void areUnknownForAnUnknownTicket() {
        admin.get("/api/tickets/" + SignedIn.newId() + "/delivery/reads").expect(404);
    }
}
