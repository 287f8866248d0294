package com.ticketing.payments.reconciliation;

import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Payments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** This service's side of the reconciliation report: the payments with a PaymentIntent. */
@Component
class PaymentLedger {

    private final Payments payments;

    PaymentLedger(Payments payments) {
        this.payments = payments;
    }

    /** Where the money is. */
    enum State {
        OPEN,
        CANCELLED,
        PAID,
        REFUNDED
    }

    /**
     * A payment with a PaymentIntent.
     *
     * @param amount in the currency's smallest unit
     * @param partlyRefunded the refunded part of the amount; 0 if nothing or everything was refunded
     */
    record Entry(
            String orderId,
            String intentId,
            long amount,
            String currency,
            State state,
            long partlyRefunded,
            boolean disputed) {}

    List<Entry> entries(Collection<String> intentIds) {
        return entries(payments.findByIntentIds(intentIds));
    }

    /**
     * Returns a page, by order id, of the payments first requested between the two times; empty after the last page.
     */
    List<Entry> page(Instant from, Instant to, @Nullable String afterOrderId) {
        return entries(payments.requestedBetween(from, to, afterOrderId));
    }

    /** Returns the rejected refunds and reversals that were recorded between the two times. */
    List<Attention> attention(Instant from, Instant to) {
        List<Attention> all = new ArrayList<>();
        String after = null;
        for (List<Payment> page = payments.withAttentionBetween(from, to, after);
                !page.isEmpty();
                page = payments.withAttentionBetween(from, to, after)) {
            page.stream().map(Attention::of).forEach(all::addAll);
            after = page.getLast().id();
        }
        return all;
    }

    private static List<Entry> entries(List<Payment> found) {
        return found.stream().map(PaymentLedger::entry).toList();
    }

    private static Entry entry(Payment payment) {
        Charge charge = payment.charged();
        State state = switch (charge.status()) {
            case SUCCEEDED -> State.PAID;
            case REFUNDED -> State.REFUNDED;
            case CANCELLED -> State.CANCELLED;
            case REQUESTED, PROCESSING, UNKNOWN, ACTION_REQUIRED, DECLINED -> State.OPEN;
        };
        return new Entry(
                payment.id(),
                payment.intentId(),
                charge.amount(),
                charge.currency(),
                state,
                payment.reversals().partlyRefunded(),
                payment.reversals().dispute() != null);
    }
}
