package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.common.bans.Bans;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.Subject;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.UserBanned;
import com.ticketing.common.events.UserDeleted;
import com.ticketing.common.events.UserUnbanned;
import com.ticketing.common.paging.Keyset;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A ban or a deletion cancels the holds of the user and the holds of tickets that the user sells. */
@OrdersServiceTest
class BansIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    TicketPublisher publisher;

    @Autowired
    Orders orders;

    @Autowired
    OrderService service;

    @Autowired
    Bans bans;

    Buyer buyer;
    TicketCreated ticket;
    String order;

    @BeforeEach
    void placeOrder() {
        buyer = Buyer.signedIn(api);
        ticket = publisher.publish("20");
        order = buyer.placeOrder(ticket.id());
    }

    @Test
    void cancelsTheHoldsOfABannedBuyer() {
        ban(buyer.id());
        awaitCancelled();

        Buyer.signedIn(api).placeOrder(ticket.id());
        assertThat(buyer.api().get("/api/orders").codes()).containsExactly("account-banned");
    }

    @Test
    void cancelsTheHoldsOfABannedSellersTicketsAndHidesTheTickets() {
        ban(ticket.sellerId());
        awaitCancelled();

        assertThat(buyer.statusOf(order)).isEqualTo("cancelled");
        assertThat(Buyer.signedIn(api).requestOrder(ticket.id()).status()).isEqualTo(404);

        channels.publish(new UserUnbanned(ticket.sellerId(), 2, Instant.now()));
        eventually(
                () -> assertThat(Buyer.signedIn(api).requestOrder(ticket.id()).status())
                        .isEqualTo(201));
    }

    @Test
    void keepsPaidOrdersOfABannedSeller() {
        channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
        String held = buyer.placeOrder(anotherTicketOfTheSeller());

        ban(ticket.sellerId());
        eventually(() -> assertThat(buyer.statusOf(held)).isEqualTo("cancelled"));

        assertThat(buyer.statusOf(order)).isEqualTo("complete");
    }

    @Test
    void cancelsTheHoldsOfADeletedBuyerAndMakesTheTokenAnonymous() {
        delete(buyer.id());
        awaitCancelled();

        Buyer.signedIn(api).placeOrder(ticket.id());
        eventually(() -> assertThat(buyer.requestOrder(ticket.id()).status()).isEqualTo(401));
    }

    @Test
    void cancelsTheHoldsOfADeletedSellersTickets() {
        delete(ticket.sellerId());
        awaitCancelled();

        assertThat(Buyer.signedIn(api).requestOrder(ticket.id()).status()).isEqualTo(404);
    }

    @Test
    void keepsPaidOrdersOfADeletedBuyer() {
        channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
        Buyer other = Buyer.signedIn(api);
        TicketCreated sold = new TicketCreated(SignedIn.newId(), 0, "Concert", ticket.price(), buyer.id());
        publisher.publish(sold);
        String held = other.placeOrder(sold.id());

        delete(buyer.id());
        eventually(() -> assertThat(other.statusOf(held)).isEqualTo("cancelled"));

        assertThat(orders.find(order).orElseThrow().status()).isEqualTo(OrderStatus.COMPLETE);
    }

    /** Its buyer has placed it in the moment of the deletion, which this service applies first. */
    @Test
    void cancelsAnOrderThatIsPlacedInTheMomentOfTheDeletion() {
        String deleted = SignedIn.newId();
        delete(deleted);
        eventually(() -> assertThat(bans.isDeleted(deleted)).isTrue());
        TicketCreated other = publisher.publish("20");

        assertThatThrownBy(() -> service.place(deleted, new PlaceOrderRequest(other.id(), null), null))
                .isInstanceOf(ApiException.class);

        Buyer.signedIn(api).placeOrder(other.id());
    }

    @Test
    void keepsTheHoldsOfOtherUsers() {
        ban(SignedIn.newId());
        ban(buyer.id());
        Buyer other = Buyer.signedIn(api);
        String held = other.placeOrder(publisher.publishTicket());
        awaitCancelled();

        assertThat(other.statusOf(held)).isEqualTo("created");
    }

    @Test
    void readsTheHoldsOfAUserInPages() {
        Buyer other = Buyer.signedIn(api);
        TicketCreated own = new TicketCreated(SignedIn.newId(), 0, "Concert", ticket.price(), buyer.id());
        publisher.publish(own);
        String ofOwnTicket = other.placeOrder(own.id());
        String newest = buyer.placeOrder(publisher.publishTicket());

        assertThat(orders.holdsInvolving(buyer.id(), new Keyset(null, 1)))
                .as("the page and one more")
                .extracting(Order::id)
                .containsExactly(newest, ofOwnTicket);
        assertThat(orders.holdsInvolving(buyer.id(), new Keyset(ofOwnTicket, 1)))
                .extracting(Order::id)
                .containsExactly(order);
    }

    private String anotherTicketOfTheSeller() {
        return publisher
                .publish(new TicketCreated(SignedIn.newId(), 0, "Concert", ticket.price(), ticket.sellerId()))
                .id();
    }

    private void ban(String userId) {
        channels.publish(new UserBanned(userId, 1, Instant.now()));
    }

    private void delete(String userId) {
        channels.publish(new UserDeleted(userId, 1, Instant.now()));
    }

    private void awaitCancelled() {
        eventually(() ->
                assertThat(channels.received(Subject.ORDER_CANCELLED, order)).hasSize(1));
    }
}
