package com.ticketing.payments.reconciliation;

import com.ticketing.payments.payment.Charge;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Payments;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What this service has on its books, for comparison with Stripe's. */
@Component
public class PaymentLedger {

    private final Payments payments;

    PaymentLedger(Payments payments) {
        this.payments = payments;
    }

    /** Where the money is, as we know it. */
    public enum State {
        OPEN,
        CANCELLED,
        PAID,
        REFUNDED
    }

    /** A payment that has a PaymentIntent. Its amount is in the currency's smallest unit. */
    public record Entry(String orderId, String paymentId, String intentId, long amount, String currency, State state) {}

    public List<Entry> ofIntents(Collection<String> intentIds) {
        return entries(payments.ofIntents(intentIds));
    }

    /** Payments first asked for from {@code from} on and before {@code to}, page by page along the order's id. */
    public List<Entry> page(Instant from, Instant to, @Nullable String afterOrderId) {
        return entries(payments.requestedBetween(from, to, afterOrderId));
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
            default -> State.OPEN;
        };
        return new Entry(
                payment.id(), charge.paymentId(), payment.intentId(), charge.amount(), charge.currency(), state);
    }
}
