package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.PaymentRefunded;
import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The effect of refunds on orders. */
@OrdersServiceTest
class RefundsIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    TicketPublisher publisher;

    Buyer buyer;
    String ticket;
    String order;
    String payment;

    @BeforeEach
    void placeOrder() {
        buyer = Buyer.signedIn(api);
        ticket = publisher.publishTicket();
        order = buyer.placeOrder(ticket);
        payment = SignedIn.newId();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refundsACompleteOrder(boolean relist) {
        channels.publish(paid());
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
        channels.publish(refunded(relist));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("refunded"));

        assertShowsTheRefund();
        assertThat(Buyer.signedIn(api).requestOrder(ticket).status()).isEqualTo(relist ? 201 : 400);
        assertThat(buyer.cancelOrder(order).codes()).containsExactly("order-paid");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ignoresThePaymentAfterItsRefund(boolean relist) {
        channels.publish(refunded(relist));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("refunded"));
        channels.publish(paid());
        awaitHandled();

        assertThat(buyer.statusOf(order)).isEqualTo("refunded");
        assertThat(buyer.getOrder(order).path("version").asLong()).isEqualTo(1);
        assertThat(Buyer.signedIn(api).requestOrder(ticket).status()).isEqualTo(relist ? 201 : 400);
    }

    @Test
    void showsTheRefundOfACancelledOrder() {
        buyer.cancelOrder(order).expect(204);
        channels.publish(refunded(true));
        channels.publish(refunded(true));
        eventually(() ->
                assertThat(channels.received(Subject.ORDER_CANCELLED, order)).hasSize(2));

        assertThat(buyer.statusOf(order)).isEqualTo("cancelled");
        assertShowsTheRefund();
        assertThat(buyer.getOrder(order).path("version").asLong()).isEqualTo(2);
        Buyer.signedIn(api).placeOrder(ticket);
    }

    @Test
    void releasesTheTicketWhenTheSellerRelistsItLater() {
        channels.publish(paid());
        channels.publish(refunded(false));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("refunded"));
        assertThat(Buyer.signedIn(api).requestOrder(ticket).status()).isEqualTo(400);

        channels.publish(refunded(true));
        channels.publish(refunded(true));
        // an earlier version, delivered again
        channels.publish(refunded(false));
        eventually(() ->
                assertThat(channels.received(Subject.ORDER_REFUNDED, order)).hasSize(2));

        assertThat(buyer.statusOf(order)).isEqualTo("refunded");
        Buyer.signedIn(api).placeOrder(ticket);
        assertThat(channels.received(Subject.ORDER_REFUNDED, order)).hasSize(2);
    }

    @Test
    void ignoresADuplicateRefund() {
        channels.publish(refunded(false));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("refunded"));
        JsonNode before = buyer.getOrder(order);

        String another = buyer.placeOrder(publisher.publishTicket());
        channels.publish(refunded(false));
        channels.publish(new PaymentRefunded(SignedIn.newId(), another, "pi_2", 1, "requested", false));
        eventually(() -> assertThat(buyer.statusOf(another)).isEqualTo("refunded"));

        assertThat(buyer.getOrder(order)).isEqualTo(before);
    }

    private void assertShowsTheRefund() {
        JsonNode refund = buyer.getOrder(order).path("refund");
        assertThat(refund.propertyNames()).containsExactlyInAnyOrder("stripeId", "at");
        assertThat(refund.path("stripeId").asString()).isEqualTo("pi_1");
        assertThat(Instant.parse(refund.path("at").asString())).isAfter(Instant.EPOCH);
    }

    /** Awaits the effect of a later payment on the channel, which delivers in order. */
    private void awaitHandled() {
        String later = buyer.placeOrder(publisher.publishTicket());
        channels.publish(new PaymentCreated(SignedIn.newId(), later, "pi_2", 0L));
        eventually(() ->
                assertThat(channels.received(Subject.ORDER_COMPLETED, later)).hasSize(1));
    }

    private PaymentCreated paid() {
        return new PaymentCreated(payment, order, "pi_1", 0L);
    }

    private PaymentRefunded refunded(boolean relist) {
        return new PaymentRefunded(payment, order, "pi_1", 1, "requested", relist);
    }
}
