package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.Subject;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of an order whose money came. */
@OrdersServiceTest
class PaymentsIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    ParkedMessages parked;

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

    @Test
    void aPaymentCompletesTheOrder() {
        channels.publish(paid());
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));

        assertThat(buyer.sees(order).path("version").asLong()).isEqualTo(1);
        assertThat(Buyer.of(api).asksFor(ticket).messages()).containsExactly("Ticket is already reserved");
    }

    @Test
    void aPaymentHeardTwiceIsOneChange() {
        channels.publish(paid());
        channels.publish(paid());
        passedBy();

        assertThat(buyer.sees(order).path("version").asLong()).isEqualTo(1);
        assertThat(channels.heard(Subject.ORDER_COMPLETED, order)).hasSize(1);
    }

    @Test
    void thePaymentOfAnotherMakeOfProducerCountsToo() {
        channels.publish(
                Subject.PAYMENT_CREATED,
                "{\"id\":\"%s\",\"orderId\":\"%s\",\"stripeId\":\"ch_1\",\"__v\":0}".formatted(payment, order));

        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
    }

    @Test
    void aPaymentThatComesTooLateIsTakenQuietly() {
        buyer.cancels(order).expect(204);
        channels.publish(paid());
        passedBy();

        assertThat(buyer.statusOf(order)).isEqualTo("cancelled");
        assertThat(buyer.sees(order).path("version").asLong()).isEqualTo(1);
        assertThat(parked.mentioning(order)).isEmpty();
        Buyer.of(api).places(ticket);
    }

    @Test
    void aPaymentOfNoOrderIsParked() {
        String nobody = SignedIn.newId();
        channels.publish(new PaymentCreated(payment, nobody, "pi_1", 0L));

        eventually(() -> assertThat(parked.mentioning(nobody))
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .containsEntry("channel", "payment:created")
                        .containsEntry("failures", 2)));
        channels.publish(paid());
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
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
}
