package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.PaymentRefunded;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The shares of each buyer with the default settings. */
@OrdersServiceTest
class FairSharesIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MovableClock clock;

    @Autowired
    TicketPublisher publisher;

    Buyer buyer;
    String ticket;

    @BeforeEach
    void publishTicket() {
        buyer = Buyer.signedIn(api);
        ticket = publisher.publishTicket();
    }

    @Test
    void aBuyerHoldsAtMostTenTickets() throws Exception {
        List<String> tickets =
                Stream.generate(publisher::publishTicket).limit(20).toList();

        List<ApiResponse> responses = ConcurrentRequests.send(tickets, buyer::requestOrder);

        assertThat(responses).filteredOn(response -> response.status() == 201).hasSize(10);
        assertThat(responses)
                .filteredOn(response -> response.status() != 201)
                .allSatisfy(response -> assertThat(response.codes()).containsExactly("too-many-holds"));
    }

    @Test
    void aSellerCannotOrderTheirOwnTicket() {
        String own = publisher
                .publish(new TicketCreated(SignedIn.newId(), 0, "Concert", BigDecimal.TEN, buyer.id()))
                .id();

        ApiResponse response = buyer.requestOrder(own).expect(400);

        assertThat(response.codes()).containsExactly("own-ticket");
        Buyer.signedIn(api).placeOrder(own);
    }

    @Test
    void aReleasedTicketCannotBeHeldAgainByItsBuyerDuringThePause() {
        clock.stop();
        buyer.cancelOrder(buyer.placeOrder(ticket)).expect(204);

        clock.advance(Duration.ofSeconds(10));
        ApiResponse response = buyer.requestOrder(ticket).expect(429);

        assertThat(response.codes()).containsExactly("held-recently");
        assertThat(response.header("Retry-After")).contains("20");
        clock.advance(Duration.ofSeconds(20));
        buyer.placeOrder(ticket);
        assertThat(buyer.requestOrder(ticket).codes()).containsExactly("ticket-reserved");
    }

    @Test
    void anotherBuyerCanHoldItMeanwhile() {
        buyer.cancelOrder(buyer.placeOrder(ticket)).expect(204);

        Buyer.signedIn(api).placeOrder(ticket);

        assertThat(buyer.requestOrder(ticket).codes()).containsExactly("ticket-reserved");
    }

    @Test
    void thePauseBeginsWhenAnOverdueHoldEnds() {
        String order = buyer.placeOrder(ticket);
        clock.stop();
        clock.advance(Duration.ofHours(1));
        channels.publish(new ExpirationComplete(order));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("cancelled"));

        assertThat(buyer.requestOrder(ticket).codes()).containsExactly("held-recently");

        clock.advance(Duration.ofSeconds(30));
        buyer.placeOrder(ticket);
    }

    @Test
    void thePauseAlsoFollowsAnOverdueHoldThatTheBuyerOrdersAgain() {
        buyer.placeOrder(ticket);
        clock.stop();
        clock.advance(Duration.ofHours(1));

        assertThat(buyer.requestOrder(ticket).codes()).containsExactly("held-recently");

        Buyer.signedIn(api).placeOrder(ticket);
    }

    @Test
    void aBuyerWhoPaidCanBuyTheTicketAgainAtOnce() {
        String order = buyer.placeOrder(ticket);
        channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
        channels.publish(new PaymentRefunded(SignedIn.newId(), order, "pi_1", 1, "requested", true));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("refunded"));

        buyer.placeOrder(ticket);
    }

    @Test
    void concurrentOrdersAfterThePauseHoldTheTicketOnce() throws Exception {
        buyer.cancelOrder(buyer.placeOrder(ticket)).expect(204);
        clock.advance(Duration.ofMinutes(1));

        List<ApiResponse> responses = ConcurrentRequests.send(Collections.nCopies(8, ticket), buyer::requestOrder);

        assertThat(responses).filteredOn(response -> response.status() == 201).hasSize(1);
        assertThat(responses)
                .filteredOn(response -> response.status() != 201)
                .allSatisfy(response -> assertThat(response.codes()).containsExactly("ticket-reserved"));
    }
}
