package com.ticketing.payments.refund;

import com.ticketing.payments.payment.IdempotencyKeys;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.PaymentProperties;
import com.ticketing.payments.payment.Payments;
import com.ticketing.payments.payment.Refund;
import com.ticketing.payments.stripe.RejectedException;
import com.ticketing.payments.stripe.StripeGateway;
import com.ticketing.payments.stripe.StripeRefund;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes pending refunds at Stripe, and stores the results. */
@Component
public class Refunder {

    private static final Logger log = LoggerFactory.getLogger(Refunder.class);

    private final StripeGateway stripe;
    private final IdempotencyKeys keys;
    private final Payments payments;
    private final PaymentProperties properties;
    private final Clock clock;

    Refunder(StripeGateway stripe, IdempotencyKeys keys, Payments payments, PaymentProperties properties, Clock clock) {
        this.stripe = stripe;
        this.keys = keys;
        this.payments = payments;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Makes the pending refund, unless it is paused because an earlier one has failed. A definite rejection of the
     * request ends it, and one of our key postpones it.
     */
    public void refund(Payment payment) {
        if (!payment.isRefundDue(clock.instant())) {
            return;
        }
        Refund sent = payment.requestedRefund();
        try {
            StripeRefund refund = keys.send(
                    payment, generation -> stripe.refund(payment.id(), sent.attempt(), generation, payment.intentId()));
            if (refund.failed()) {
                storeFailure(payment, refund.id());
            } else {
                payments.changeIf(
                        payment.id(),
                        stored -> isStillPending(stored, refund.id()),
                        pending -> pending.refunded(refund.id(), clock.instant()));
            }
        } catch (RejectedException e) {
            if (!e.isAboutRequest()) {
                throw e;
            }
            log.error("Refund rejected: orderId={} reason={}", payment.id(), e.getMessage());
            payments.changeIf(
                    payment.id(),
                    stored ->
                            stored.isRefundPending() && stored.requestedRefund().isSameAttempt(sent),
                    pending -> pending.rejectRefund(e.code(), clock.instant()));
        }
    }

    /**
     * Records that a refund has failed at the bank. Waits for the longest pause before the next refund, since the cause
     * of a failed refund rarely disappears soon.
     */
    public Payment storeFailure(Payment payment, String refundId) {
        log.error("Refund failed at the bank: orderId={} refundId={}", payment.id(), refundId);
        return payments.changeIf(
                payment.id(),
                stored -> isNewFailure(stored.requestedRefund(), refundId),
                stored -> stored.refundFailed(refundId, clock.instant().plus(properties.longestPause())));
    }

    private static boolean isNewFailure(Refund refund, String refundId) {
        return !refund.failures().contains(refundId) && (!refund.isDone() || refundId.equals(refund.stripeId()));
    }

    /** Another process may have stored meanwhile that the same refund has failed. */
    private static boolean isStillPending(Payment payment, String refundId) {
        return payment.isRefundPending()
                && !payment.requestedRefund().failures().contains(refundId);
    }
}
