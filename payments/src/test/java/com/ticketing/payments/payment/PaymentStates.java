package com.ticketing.payments.payment;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentError;
import com.ticketing.payments.stripe.Decline;
import com.ticketing.payments.stripe.Intent.Card;
import java.time.Duration;
import java.time.Instant;

/** A payment, and the steps that bring it into a state. */
abstract class PaymentStates {

    static final String INTENT = "pi_1";
    static final Card VISA = new Card("visa", "4242");
    static final Decline DECLINE = Decline.of(PaymentError.CARD_DECLINED);

    final OrderEvents order = OrderEvents.priced("19.99");
    final Instant now = order.expiresAt().minus(Duration.ofMinutes(10));
    final Instant leaseEnd = now.plus(Duration.ofMinutes(2));
    final Payment payment = Payment.of(order.id(), OrderReplica.of(order.created()));

    void startFirstAttempt() {
        payment.startFirstAttempt(charge(), now, leaseEnd);
    }

    void startAttempt(String source) {
        payment.startAttempt(source, "request-2", now, leaseEnd);
    }

    void confirm() {
        startFirstAttempt();
        payment.intentCreated(INTENT);
        payment.confirm(1, "pm_1", now);
    }

    void decline() {
        confirm();
        payment.decline(1, DECLINE);
    }

    void succeed() {
        confirm();
        payment.succeed(VISA, now);
    }

    void cancelOrder() {
        payment.applyOrder(OrderReplica.of(order.cancelled()), now);
    }

    Charge charge() {
        return Charge.first("payment-1", 1999, "usd", "pm_1", "request-1", now);
    }

    ChargeStatus status() {
        return payment.charged().status();
    }
}
