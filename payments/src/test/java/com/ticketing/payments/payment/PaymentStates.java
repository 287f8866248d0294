package com.ticketing.payments.payment;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.stripe.Intent.Card;
import java.time.Duration;
import java.time.Instant;

/** A payment and the ways into its states. */
abstract class PaymentStates {

    static final String INTENT = "pi_1";
    static final Card VISA = new Card("visa", "4242");

    final OrderEvents order = OrderEvents.priced("19.99");
    final Instant now = order.expiresAt().minus(Duration.ofMinutes(10));
    final Instant lease = now.plus(Duration.ofMinutes(2));
    final Payment payment = Payment.of(order.id(), OrderReplica.of(order.created()));

    void request(String source) {
        payment.request(new Charge("payment-1", 1999, "usd", now), source, now, lease);
    }

    void process() {
        request("pm_1");
        payment.intentCreated(INTENT);
        payment.process(1, "pm_1", now);
    }

    void succeed() {
        process();
        payment.succeed(VISA, now);
    }

    ChargeStatus status() {
        return payment.charged().status();
    }

    void cancelOrder() {
        payment.follow(OrderReplica.of(order.cancelled()), now);
    }
}
