package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The hold limit, with {@code orders.max-active=3}. */
@ServiceTest(properties = {"orders.max-active=3", "jwt.access-life=P2D"})
@Import({Channels.class, TicketPublisher.class})
class HoldLimitIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    TicketPublisher publisher;

    @Autowired
    HoldLimit limit;

    Buyer buyer;

    @BeforeEach
    void signIn() {
        buyer = Buyer.signedIn(api);
    }

    @Test
    void isNotExceededByConcurrentOrders() throws Exception {
        List<String> tickets = publishTickets(12);

        List<ApiResponse> responses = ConcurrentRequests.send(tickets, buyer::requestOrder);

        assertThat(responses).filteredOn(response -> response.status() == 201).hasSize(3);
        assertThat(responses)
                .filteredOn(response -> response.status() != 201)
                .hasSize(9)
                .allSatisfy(response -> {
                    assertThat(response.status()).as(response.text()).isEqualTo(400);
                    assertThat(response.codes()).containsExactly("too-many-holds");
                });
        assertThat(buyer.api().get("/api/orders").json()).hasSize(3);
    }

    /** Otherwise all concurrent orders of a buyer would use the first one. */
    @Test
    void choosesAnyOfTheFreeNumbers() {
        String buyerId = SignedIn.newId();

        assertThat(Stream.generate(() -> limit.freeNumber(buyerId, Instant.now()))
                        .limit(100)
                        .distinct())
                .containsExactlyInAnyOrder(buyerId + "#0", buyerId + "#1", buyerId + "#2");
    }

    @Test
    void allowsAnotherHoldWhenOneEnds() {
        List<String> held = publishTickets(3).stream().map(buyer::placeOrder).toList();
        String another = publisher.publishTicket();
        assertThat(buyer.requestOrder(another).codes()).containsExactly("too-many-holds");

        buyer.cancelOrder(held.getFirst()).expect(204);
        buyer.placeOrder(another);
        channels.publish(new PaymentCreated(SignedIn.newId(), held.getLast(), "pi_1", 0L));
        eventually(() -> assertThat(buyer.statusOf(held.getLast())).isEqualTo("complete"));
        buyer.placeOrder(publisher.publishTicket());

        assertThat(buyer.requestOrder(publisher.publishTicket()).codes()).containsExactly("too-many-holds");
    }

    @Test
    void reportsTicketReservedForATicketThatAnotherBuyerHolds() {
        String held = publisher.publishTicket();
        Buyer.signedIn(api).placeOrder(held);

        assertThat(buyer.requestOrder(held).codes()).containsExactly("ticket-reserved");
    }

    @Test
    void countsTheHoldsOfEachBuyerSeparately() {
        publishTickets(3).forEach(buyer::placeOrder);

        Buyer.signedIn(api).placeOrder(publisher.publishTicket());
    }

    private List<String> publishTickets(int count) {
        return Stream.generate(publisher::publishTicket).limit(count).toList();
    }
}
