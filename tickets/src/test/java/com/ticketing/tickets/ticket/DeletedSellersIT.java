package com.ticketing.tickets.ticket;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Subject;
import com.ticketing.common.events.UserBanned;
import com.ticketing.common.events.UserDeleted;
import com.ticketing.common.events.UserUnbanned;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.tickets.delivery.Deliveries;
import com.ticketing.tickets.delivery.DeliveryContent;
import com.ticketing.tickets.delivery.DeliveryKind;
import com.ticketing.tickets.delivery.DeliveryReference;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** Tickets of a deleted account are permanently taken from sale. The seller's texts are erased, except for buyers. */
@TicketsServiceTest
class DeletedSellersIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MongoOperations mongo;

    @Autowired
    EraseTicketsOfDeletedSellers eraser;

    @Autowired
    TicketService service;

    @Autowired
    Deliveries deliveries;

    Seller seller;
    String word;
    String code;
    String ticket;
    OrderEvents order;

    @BeforeEach
    void createTicket() {
        seller = Seller.signedIn(api);
        word = "w" + seller.id();
        code = "code " + seller.id();
        ticket = seller.createTicket(Map.of(
                        "title", word, "price", 20, "description", "Call me: " + word, "venue", word, "city", word))
                .path("id")
                .asString();
        seller.api()
                .put("/api/tickets/" + ticket + "/delivery", Map.of("kind", "code", "value", code))
                .expect(204);
        order = OrderEvents.of(ticket);
    }

    @Test
    void takesTicketsFromSaleAndErasesThem() {
        delete();

        eventually(() -> assertErased());
        assertThat(api.get("/api/tickets?q=" + word).expect(200).json()).isEmpty();
        eventually(() ->
                assertThat(channels.received(Subject.TICKET_UPDATED, ticket)).hasSizeGreaterThan(1));
        JsonNode event = channels.received(Subject.TICKET_UPDATED, ticket).getLast();
        assertThat(event.path("hidden").asBoolean()).isTrue();
        assertThat(event.toString()).doesNotContain(word);
    }

    @Test
    void anUnbanThatIsStillBeingAppliedShowsNoErasedTicket() {
        delete();
        eventually(() -> assertErased());

        service.setExcluded(seller.id(), false);

        assertThat(stored().getBoolean("hidden")).isTrue();
        assertThat(stored().getBoolean("listed")).isFalse();
    }

    @Test
    void keepsWhatASoldTicketsBuyerNeeds() {
        sell();

        delete();
        eventually(() -> assertThat(stored().getBoolean("sellerDeleted")).isTrue());

        assertThat(publicTicket().path("title").asString()).isEqualTo(word);
        assertThat(buyer().get("/api/tickets/" + ticket + "/delivery")
                        .expect(200)
                        .json()
                        .path("value")
                        .asString())
                .isEqualTo(code);
    }

    /** A process ended before the ticket referred to its delivery, or before it removed the replaced one. */
    @Test
    void erasesTheDeliveriesThatATicketDoesNotReferTo() {
        deliveries.store(ticket, DeliveryContent.text(DeliveryKind.CODE, "unread " + code));
        DeliveryReference read = deliveries.store(ticket, DeliveryContent.text(DeliveryKind.CODE, "read " + code));
        mongo.getCollection("deliveries").updateOne(eq("_id", read.id()), set("orderId", order.order()));

        delete();

        eventually(() -> assertErased());
        assertThat(mongo.getCollection("deliveries")
                        .find(eq("ticketId", ticket))
                        .map(delivery -> delivery.getString("_id")))
                .containsExactly(read.id());
    }

    @Test
    void erasesATicketWhenItsOrderEnds() {
        channels.publish(order.created());
        eventually(() -> assertThat(publicTicket().has("orderId")).isTrue());
        delete();
        eventually(() -> assertThat(stored().getBoolean("sellerDeleted")).isTrue());
        assertThat(publicTicket().path("title").asString()).isEqualTo(word);

        channels.publish(order.cancelled());

        eventually(() -> assertErased());
        assertThat(api.get("/api/tickets?q=" + word).expect(200).json()).isEmpty();
    }

    @Test
    void erasesASoldTicketThatARefundWouldPutBackOnSale() {
        sell();
        delete();
        eventually(() -> assertThat(stored().getBoolean("sellerDeleted")).isTrue());

        channels.publish(order.refunded(true));

        eventually(() -> assertErased());
    }

    @Test
    void aBanOrItsEndThatArrivesLateChangesNothing() {
        delete();
        eventually(() -> assertErased());

        channels.publish(new UserBanned(seller.id(), 6, Instant.now()));
        channels.publish(new UserUnbanned(seller.id(), 7, Instant.now()));
        Seller last = Seller.signedIn(api);
        String lastTicket = last.createDefaultTicket();
        channels.publish(new UserUnbanned(last.id(), 1, Instant.now()));
        channels.publish(new UserBanned(last.id(), 2, Instant.now()));
        eventually(() -> assertThat(stored(lastTicket).getBoolean("hidden")).isTrue());

        assertErased();
        eventually(() -> seller.api().get("/api/tickets/mine").expect(401));
    }

    @Test
    void anErasedTicketDoesNotChangeAgain() {
        delete();
        eventually(() -> assertErased());
        Document erased = stored();

        eraser.onDeleted(seller.id());

        assertThat(stored().getLong("version")).isEqualTo(erased.getLong("version"));
    }

    @Test
    void leavesTheTicketsOfOthers() {
        Seller other = Seller.signedIn(api);
        String others = other.createTicket(word, 20).path("id").asString();

        delete();
        eventually(() -> assertErased());

        assertThat(api.get("/api/tickets?q=" + word).expect(200).json())
                .extracting(found -> found.path("id").asString())
                .containsExactly(others);
    }

    private void delete() {
        channels.publish(new UserDeleted(seller.id(), 5, Instant.now()));
    }

    private void sell() {
        channels.publish(order.created());
        channels.publish(order.completed());
        eventually(() -> buyer().get("/api/tickets/" + ticket + "/delivery").expect(200));
    }

    private Api buyer() {
        return api.as(SignedIn.as(order.buyer(), "buyer@example.com"));
    }

    private void assertErased() {
        assertThat(stored().getBoolean("erased")).isTrue();
        // the last write of the erasure removes it
        assertThat(stored()).doesNotContainKey("delivery");
        assertThat(stored().toJson()).doesNotContain(word);
        assertThat(publicTicket().path("title").asString()).isEqualTo(Ticket.ERASED_TITLE);
        assertThat(mongo.query(Document.class).inCollection("deliveries").stream()
                        .filter(delivery -> ticket.equals(delivery.getString("ticketId")))
                        .filter(delivery -> delivery.containsKey("content")))
                .isEmpty();
    }

    private Document stored() {
        return stored(ticket);
    }

    private Document stored(String id) {
        return Objects.requireNonNull(
                mongo.getCollection("tickets").find(eq("_id", id)).first());
    }

    private JsonNode publicTicket() {
        return api.get("/api/tickets/" + ticket).expect(200).json();
    }
}
