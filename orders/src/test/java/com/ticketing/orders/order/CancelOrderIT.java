package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.SignedIn;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrdersServiceTest
class CancelOrderIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    TicketPublisher publisher;

    Buyer buyer;
    String order;

    @BeforeEach
    void placeOrder() {
        buyer = Buyer.signedIn(api);
        order = buyer.placeOrder(publisher.publishTicket());
    }

    @Test
    void cancelsTheHold() {
        ApiResponse response = buyer.cancelOrder(order);

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.text()).isEmpty();
        assertThat(buyer.statusOf(order)).isEqualTo("cancelled");
        assertThat(buyer.getOrder(order).path("version").asLong()).isEqualTo(1);
    }

    @Test
    void hasNoEffectOnACancelledOrder() {
        buyer.cancelOrder(order).expect(204);
        buyer.cancelOrder(order).expect(204);

        assertThat(buyer.getOrder(order).path("version").asLong()).isEqualTo(1);
        eventually(() ->
                assertThat(channels.received(Subject.ORDER_CANCELLED, order)).hasSize(1));
    }

    @Test
    void changesTheOrderOnceForConcurrentRequests() throws Exception {
        List<ApiResponse> responses = ConcurrentRequests.send(Collections.nCopies(8, order), buyer::cancelOrder);

        assertThat(responses).extracting(ApiResponse::status).containsOnly(204);
        assertThat(buyer.getOrder(order).path("version").asLong()).isEqualTo(1);
    }

    @Test
    void doesNotCancelTheOrderOfAnotherBuyer() {
        ApiResponse anonymous = api.delete("/api/orders/" + order);
        ApiResponse another = Buyer.signedIn(api).cancelOrder(order);

        assertThat(List.of(anonymous, another)).allSatisfy(response -> {
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.codes()).containsExactly("not-authorized");
        });
        assertThat(buyer.statusOf(order)).isEqualTo("created");
    }

    @Test
    void returnsNotFoundForAnUnknownOrder() {
        assertThat(buyer.cancelOrder(SignedIn.newId()).status()).isEqualTo(404);
    }

    @Test
    void doesNotCancelAPaidOrder() {
        channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));

        ApiResponse rejected = buyer.cancelOrder(order);

        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.codes()).containsExactly("order-paid");
        assertThat(buyer.statusOf(order)).isEqualTo("complete");
    }
}
