package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.PaymentRefunded;
import com.ticketing.common.events.Subject;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What becomes of an order whose money went back. */
@OrdersServiceTest
class RefundsIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    Shop shop;

    Buyer buyer;
    String ticket;
    String order;
    String payment;

    @BeforeEach
    void placeOne() {
        buyer = Buyer.of(api);
        ticket = shop.listsOne();
        order = buyer.places(ticket);
        payment = SignedIn.newId();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefundEndsASale(boolean relist) {
        channels.publish(paid());
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
        channels.publish(refunded(relist));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("refunded"));

        assertShowsTheRefund();
        assertThat(Buyer.of(api).asksFor(ticket).status()).isEqualTo(relist ? 201 : 400);
        assertThat(buyer.cancels(order).messages()).containsExactly("Cannot cancel a paid order");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefundThatComesBeforeItsPaymentIsFinal(boolean relist) {
        channels.publish(refunded(relist));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("refunded"));
        channels.publish(paid());
        passedBy();

        assertThat(buyer.statusOf(order)).isEqualTo("refunded");
        assertThat(buyer.sees(order).path("version").asLong()).isEqualTo(1);
        assertThat(Buyer.of(api).asksFor(ticket).status()).isEqualTo(relist ? 201 : 400);
    }

    @Test
    void aRefundOfACancelledOrderShowsOnIt() {
        buyer.cancels(order).expect(204);
        channels.publish(refunded(true));
        channels.publish(refunded(true));
        eventually(
                () -> assertThat(channels.heard(Subject.ORDER_CANCELLED, order)).hasSize(2));

        assertThat(buyer.statusOf(order)).isEqualTo("cancelled");
        assertShowsTheRefund();
        assertThat(buyer.sees(order).path("version").asLong()).isEqualTo(2);
        Buyer.of(api).places(ticket);
    }

    @Test
    void aRefundHeardTwiceIsOneChange() {
        channels.publish(refunded(false));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("refunded"));
        JsonNode before = buyer.sees(order);

        String another = buyer.places(shop.listsOne());
        channels.publish(refunded(true));
        channels.publish(new PaymentRefunded(SignedIn.newId(), another, "pi_2", 1, "requested", false));
        eventually(() -> assertThat(buyer.statusOf(another)).isEqualTo("refunded"));

        assertThat(buyer.sees(order)).isEqualTo(before);
    }

    private void assertShowsTheRefund() {
        JsonNode refund = buyer.sees(order).path("refund");
        assertThat(refund.propertyNames()).containsExactlyInAnyOrder("stripeId", "at");
        assertThat(refund.path("stripeId").asString()).isEqualTo("pi_1");
        assertThat(Instant.parse(refund.path("at").asString())).isAfter(Instant.EPOCH);
    }

    /** Once a later payment has taken effect, so have the earlier ones. */
    private void passedBy() {
        String later = buyer.places(shop.listsOne());
        channels.publish(new PaymentCreated(SignedIn.newId(), later, "pi_2", 0L));
        eventually(
                () -> assertThat(channels.heard(Subject.ORDER_COMPLETED, later)).hasSize(1));
    }

    private PaymentCreated paid() {
        return new PaymentCreated(payment, order, "pi_1", 0L);
    }

    private PaymentRefunded refunded(boolean relist) {
        return new PaymentRefunded(payment, order, "pi_1", 1, "requested", relist);
    }
}
