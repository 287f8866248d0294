package com.ticketing.payments.charge;

import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.PaymentProperties;
import com.ticketing.payments.payment.Payments;
import com.ticketing.payments.payment.Refund;
import com.ticketing.payments.stripe.Intent;
import java.time.Clock;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Writes down what Stripe said. What is known already is passed over quietly: several may ask Stripe about one payment,
 * and the answers come in any order.
 */
@Component
public class ChargeOutcomes {

    public static final String NOT_COMPLETED = "The payment was not completed, please try again";

    private final Payments payments;
    private final PaymentProperties properties;
    private final Clock clock;

    ChargeOutcomes(Payments payments, PaymentProperties properties, Clock clock) {
        this.payments = payments;
        this.properties = properties;
        this.clock = clock;
    }

    /** The state of the intent, heard by or on behalf of the given attempt. */
    public Payment record(String orderId, int attempt, Intent intent) {
        return change(orderId, payment -> {
            boolean news = apply(payment, attempt, intent);
            return payment.restIfSettled() || news;
        });
    }

    public Payment declined(String orderId, int attempt, String reason) {
        return change(orderId, payment -> {
            boolean current = payment.isCurrent(attempt);
            if (current) {
                payment.decline(attempt, reason);
            }
            return current;
        });
    }

    public Payment unknown(String orderId, int attempt) {
        return change(orderId, payment -> {
            boolean current = payment.isCurrent(attempt);
            if (current) {
                payment.unknown(attempt, clock.instant().plus(properties.firstCheck()));
            }
            return current;
        });
    }

    /** Stripe will not have such an intent: there is none whose end could be awaited. */
    public Payment neverCreated(String orderId, int attempt) {
        return change(orderId, payment -> {
            if (payment.isCurrent(attempt)) {
                payment.decline(attempt, NOT_COMPLETED);
            }
            payment.rest();
            return true;
        });
    }

    public Payment refunded(String orderId, String refundId) {
        return change(orderId, payment -> {
            boolean open = payment.isRefundOpen();
            if (open) {
                payment.refunded(refundId, clock.instant());
            }
            return open;
        });
    }

    /** A refund that the bank refused is counted for operators, and asked for again, rarely: the reason seldom passes soon. */
    public Payment refundFailed(String orderId, String refundId) {
        return change(orderId, payment -> {
            Refund refund = payment.refund();
            boolean news = refund != null
                    && !refund.failures().contains(refundId)
                    && (!refund.isDone() || refundId.equals(refund.stripeId()));
            if (news) {
                payment.refundFailed(refundId, clock.instant().plus(properties.longestPause()));
            }
            return news;
        });
    }

    /** Nothing has come of asking. */
    public Payment settled(String orderId) {
        return change(orderId, Payment::restIfSettled);
    }

    private boolean apply(Payment payment, int attempt, Intent intent) {
        ChargeStatus known = payment.charged().status();
        return switch (intent.status()) {
            case SUCCEEDED -> {
                if (known.isPaid()) {
                    yield applyRefund(payment, intent);
                }
                payment.succeed(intent.card(), clock.instant());
                yield true;
            }
            case CANCELED -> {
                if (known.isFinal()) {
                    yield false;
                }
                payment.cancel();
                yield true;
            }
            case REQUIRES_ACTION -> {
                boolean current = payment.isCurrent(attempt);
                if (current) {
                    payment.requireAction(attempt);
                }
                yield current;
            }
            case OPEN -> applyOpen(payment, attempt, intent);
            case PROCESSING -> false;
        };
    }

    /** Money that went back by other hands than ours; which refund it was is learned by asking for ours. */
    private boolean applyRefund(Payment payment, Intent intent) {
        boolean news = intent.refunded() && payment.refund() == null;
        if (news) {
            payment.requestRefund(Payment.EXTERNAL, false, clock.instant());
        }
        return news;
    }

    /** Open again after an attempt: it took no money. About any other attempt than the one that asked it says nothing. */
    private static boolean applyOpen(Payment payment, int attempt, Intent intent) {
        boolean awaited = payment.isAwaited(attempt);
        if (awaited) {
            payment.decline(attempt, intent.failure() == null ? NOT_COMPLETED : intent.failure());
        }
        return awaited;
    }

    public Payment change(String orderId, Predicate<Payment> change) {
        return WriteConflicts.retry(() -> {
            Payment payment = payments.find(orderId).orElseThrow();
            return change.test(payment) ? payments.save(payment) : payment;
        });
    }
}
