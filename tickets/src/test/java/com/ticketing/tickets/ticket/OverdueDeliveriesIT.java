package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.UserDeleted;
import com.ticketing.servicetest.Channels;
import com.ticketing.servicetest.StoredDocuments;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** The sold tickets without a delivery whose event has started. The tests of other classes may have some, too. */
@TicketsServiceTest
class OverdueDeliveriesIT {

    private static final String OVERDUE = "/api/tickets/deliveries/overdue";

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
        admin = AdminRoutesIT.admin(api);
        seller = Seller.signedIn(api);
    }

    /** Returns the order. */
    private OrderEvents sell(String ticket) {
        OrderEvents order = OrderEvents.of(ticket);
        channels.publish(order.created());
        channels.publish(order.completed());
        eventually(() -> assertThat(stored(ticket).getString("group")).isIn("SOLD", "DELIVERED"));
        return order;
    }

    private Document stored(String ticket) {
        return Objects.requireNonNull(
                mongo.getCollection("tickets").find(new Document("_id", ticket)).first());
    }

    private String soldTicketOfEvent(String startedAt) {
        String ticket = seller.createDefaultTicket();
        sell(ticket);
        StartedEvents.start(mongo, ticket, Instant.parse(startedAt));
        return ticket;
    }

    /** Returns those of the seller's tickets that the list contains, in its order, from pages of this size. */
    private List<String> listed(int limit) {
        List<String> all = AdminRoutesIT.pages(admin, OVERDUE + "?limit=" + limit);
        assertThat(all).doesNotHaveDuplicates();
        List<String> own = TicketPagesIT.ids(
                admin.get("/api/tickets/sellers/" + seller.id()).expect(200));
        return all.stream().filter(own::contains).toList();
    }

    @Test
    void listsASoldTicketWithItsOrderAndBuyer() {
        String ticket = seller.createDefaultTicket();
        OrderEvents order = sell(ticket);
        assertThat(listed(200)).as("without a start").isEmpty();
        StartedEvents.start(mongo, ticket, Instant.now().plusSeconds(3600));
        assertThat(listed(200)).as("before the start").isEmpty();

        StartedEvents.start(mongo, ticket);

        assertThat(listed(200)).containsExactly(ticket);
        JsonNode shown = entry(ticket);
        assertThat(shown.path("orderId").asString()).isEqualTo(order.order());
        assertThat(shown.path("buyerId").asString()).isEqualTo(order.buyer());
        assertThat(shown.path("userId").asString()).isEqualTo(seller.id());
        assertThat(shown.path("status").asString()).isEqualTo("sold");
        assertThat(shown.path("title").asString()).isEqualTo("Concert");
        assertThat(shown.path("startsAt").asString()).isNotEmpty();
    }

    private JsonNode entry(String ticket) {
        return admin.get(OVERDUE + "?limit=200")
                .expect(200)
                .json()
                .valueStream()
                .filter(each -> each.path("id").asString().equals(ticket))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listsNoOtherTickets() {
        String onSale = seller.createDefaultTicket();
        String held = seller.createDefaultTicket();
        String refunded = seller.createDefaultTicket();
        String relisted = seller.createDefaultTicket();
        String withdrawn = seller.createDefaultTicket();
        seller.api().delete("/api/tickets/" + withdrawn).expect(204);
        channels.publish(OrderEvents.of(held).created());
        channels.publish(sell(refunded).refunded(false));
        channels.publish(sell(relisted).refunded(true));
        eventually(() -> {
            assertThat(stored(held).getString("group")).isEqualTo("HELD");
            assertThat(stored(relisted).getString("group")).isEqualTo("ON_SALE");
            assertThat(stored(refunded).getList("orders", Document.class).getFirst())
                    .containsEntry("version", 2L)
                    .containsEntry("holds", true);
        });
        String overdue = seller.createDefaultTicket();
        sell(overdue);

        List.of(onSale, held, refunded, relisted, withdrawn, overdue).forEach(each -> StartedEvents.start(mongo, each));

        assertThat(listed(200)).containsExactly(overdue);
    }

    @Test
    void noLongerListsATicketOnceItIsDelivered() {
        String ticket = soldTicketOfEvent("2026-01-01T19:00:00Z");
        assertThat(listed(200)).containsExactly(ticket);

        seller.api()
                .put("/api/tickets/" + ticket + "/delivery", Map.of("kind", "code", "value", "code-" + ticket))
                .expect(204);

        assertThat(listed(200)).isEmpty();
    }

    @Test
    void pagesTheLongestOverdueFirst() {
        String third = soldTicketOfEvent("2026-01-03T19:00:00Z");
        String first = soldTicketOfEvent("2026-01-01T19:00:00.123Z");
        List<String> second = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            second.add(soldTicketOfEvent("2026-01-02T19:00:00Z"));
        }
        Collections.sort(second);
        List<String> expected = new ArrayList<>(second);
        expected.addFirst(first);
        expected.addLast(third);

        for (int limit : List.of(1, 2, 3, 200)) {
            assertThat(listed(limit)).as("limit %s", limit).isEqualTo(expected);
        }
    }

    @Test
    void listsTheSaleOfADeletedSellerToADeletedBuyer() {
        String ticket = seller.createDefaultTicket();
        OrderEvents order = sell(ticket);
        StartedEvents.start(mongo, ticket);

        channels.publish(new UserDeleted(seller.id(), 1, Instant.now()));
        channels.publish(new UserDeleted(order.buyer(), 1, Instant.now()));
        eventually(() -> assertThat(stored(ticket).getBoolean("sellerDeleted")).isTrue());

        assertThat(listed(200)).containsExactly(ticket);
        assertThat(entry(ticket).path("buyerId").asString()).isEqualTo(order.buyer());
    }

    /** Version 0.1.0 has stored neither a start nor the group, and no buyer of a sale. */
    @Test
    void pagesPastTicketsOfOlderVersions() {
        Document sold = new StoredDocuments(mongo, Ticket.class).insert("0.1.0/ticket.json");
        Document sale = new Document("orderId", SignedIn.newId())
                .append("version", 1L)
                .append("holds", true)
                .append("buyer", SignedIn.newId());
        Document partial = ofSeller(sold)
                .append("group", "SOLD")
                .append("listedUntil", Date.from(Instant.parse("2026-01-01T19:00:00Z")))
                .append("orders", List.of(sale));
        List.of("hidden", "listed", "words", "outbox").forEach(partial::remove);
        Document withoutStart = ofSeller(partial);
        withoutStart.remove("listedUntil");
        Document withoutOrders = ofSeller(partial);
        withoutOrders.remove("orders");
        Document withoutGroup = ofSeller(partial);
        withoutGroup.remove("group");
        Document twin = ofSeller(partial);
        mongo.getCollection("tickets").insertMany(List.of(partial, withoutStart, withoutOrders, withoutGroup, twin));
        String current = soldTicketOfEvent("2026-01-02T19:00:00Z");
        List<String> expected = new ArrayList<>(List.of(partial.getString("_id"), twin.getString("_id")));
        expected.sort(Comparator.naturalOrder());
        expected.add(current);

        assertThat(listed(1)).isEqualTo(expected);
        assertThat(listed(200)).isEqualTo(expected);
    }

    private Document ofSeller(Document ticket) {
        return new Document(ticket).append("_id", SignedIn.newId()).append("userId", seller.id());
    }
}
