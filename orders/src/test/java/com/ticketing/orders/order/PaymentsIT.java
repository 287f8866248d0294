package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.PaymentRefunded;
import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The effect of payments on orders. */
@OrdersServiceTest
class PaymentsIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    DeadLetterDocuments deadLetters;

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

    @Test
    void completesThePaidOrder() {
        channels.publish(paid());
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));

        assertThat(buyer.getOrder(order).path("version").asLong()).isEqualTo(1);
        assertThat(Buyer.signedIn(api).requestOrder(ticket).codes()).containsExactly("ticket-reserved");
    }

    @Test
    void ignoresADuplicatePayment() {
        channels.publish(paid());
        channels.publish(paid());
        awaitHandled();

        assertThat(buyer.getOrder(order).path("version").asLong()).isEqualTo(1);
        eventually(() ->
                assertThat(channels.received(Subject.ORDER_COMPLETED, order)).hasSize(1));
    }

    @Test
    void acceptsThePaymentEventOfAnotherProducer() {
        channels.publish(
                Subject.PAYMENT_CREATED,
                "{\"id\":\"%s\",\"orderId\":\"%s\",\"stripeId\":\"ch_1\",\"__v\":0}".formatted(payment, order));

        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
    }

    @Test
    void publishesTheCancellationAgainWhenTheCancelledOrderIsPaid() {
        buyer.cancelOrder(order).expect(204);
        channels.publish(paid());
        channels.publish(paid());
        awaitHandled();

        assertThat(buyer.statusOf(order)).isEqualTo("cancelled");
        eventually(() -> assertThat(channels.received(Subject.ORDER_CANCELLED, order))
                .extracting(event -> event.path("version").asLong())
                .containsExactly(1L, 2L));
        assertThat(buyer.getOrder(order).path("version").asLong()).isEqualTo(2);
        assertThat(deadLetters.containing(order)).isEmpty();
        Buyer.signedIn(api).placeOrder(ticket);
    }

    @Test
    void publishesNoCancellationForAPaymentThatWasRefunded() {
        buyer.cancelOrder(order).expect(204);
        channels.publish(new PaymentRefunded(payment, order, "pi_1", 1, "cancelled", false));
        eventually(() -> assertThat(buyer.getOrder(order).has("refund")).isTrue());

        channels.publish(paid());
        awaitHandled();

        assertThat(buyer.getOrder(order).path("version").asLong()).isEqualTo(2);
    }

    @Test
    void parksThePaymentOfAnUnknownOrder() {
        String unknown = SignedIn.newId();
        channels.publish(new PaymentCreated(payment, unknown, "pi_1", 0L));

        eventually(() -> assertThat(deadLetters.containing(unknown))
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .containsEntry("channel", "payment:created")
                        .containsEntry("failures", 2)));
        channels.publish(paid());
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
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
}
