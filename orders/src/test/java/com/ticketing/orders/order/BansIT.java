package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.Subject;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.UserBanned;
import com.ticketing.common.events.UserUnbanned;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A banned person holds nothing, and nobody holds what a banned person sells. */
@OrdersServiceTest
class BansIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    Shop shop;

    Buyer buyer;
    TicketCreated ticket;
    String order;

    @BeforeEach
    void placeOne() {
        buyer = Buyer.of(api);
        ticket = shop.lists("20");
        order = buyer.places(ticket.id());
    }

    @Test
    void ofTheBuyerEndTheHoldAndFreeTheTicket() {
        ban(buyer.id());
        awaitCancelled();

        Buyer.of(api).places(ticket.id());
        assertThat(buyer.api().get("/api/orders").messages()).containsExactly("Account banned");
    }

    @Test
    void ofTheSellerEndTheHoldAndTakeTheTicketAway() {
        ban(ticket.sellerId());
        awaitCancelled();

        assertThat(buyer.statusOf(order)).isEqualTo("cancelled");
        assertThat(Buyer.of(api).asksFor(ticket.id()).status()).isEqualTo(404);

        channels.publish(new UserUnbanned(ticket.sellerId(), 2, Instant.now()));
        eventually(() -> assertThat(Buyer.of(api).asksFor(ticket.id()).status()).isEqualTo(201));
    }

    @Test
    void leaveASaleThatIsPaid() {
        channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
        String held = buyer.places(anotherOfTheSeller());

        ban(ticket.sellerId());
        eventually(() -> assertThat(buyer.statusOf(held)).isEqualTo("cancelled"));

        assertThat(buyer.statusOf(order)).isEqualTo("complete");
    }

    @Test
    void areNothingToOtherPeople() {
        ban(SignedIn.newId());
        ban(buyer.id());
        Buyer other = Buyer.of(api);
        String held = other.places(shop.listsOne());
        awaitCancelled();

        assertThat(other.statusOf(held)).isEqualTo("created");
    }

    private String anotherOfTheSeller() {
        return shop.lists(new TicketCreated(SignedIn.newId(), 0, "Concert", ticket.price(), ticket.sellerId()))
                .id();
    }

    private void ban(String person) {
        channels.publish(new UserBanned(person, 1, Instant.now()));
    }

    private void awaitCancelled() {
        eventually(
                () -> assertThat(channels.heard(Subject.ORDER_CANCELLED, order)).hasSize(1));
    }
}
