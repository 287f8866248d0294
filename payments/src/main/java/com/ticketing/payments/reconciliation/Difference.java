package com.ticketing.payments.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ticketing.payments.reconciliation.PaymentLedger.Entry;
import com.ticketing.payments.reconciliation.PaymentLedger.State;
import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.ListedIntent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A payment that differs between the two ledgers, with the values on both sides. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Difference(
        Kind kind,
        String orderId,
        String stripeId,
        @Nullable String here,
        @Nullable String atStripe) {

    enum Kind {
        NOT_HERE,
        NOT_AT_STRIPE,
        AMOUNT,
        STATE
    }

    static Difference notHere(String orderId, ListedIntent intent) {
        return new Difference(
                Kind.NOT_HERE, orderId, intent.id(), null, state(intent).name());
    }

    static Difference notAtStripe(Entry entry) {
        return new Difference(
                Kind.NOT_AT_STRIPE,
                entry.orderId(),
                entry.intentId(),
                entry.state().name(),
                null);
    }

    static Optional<Difference> between(Entry entry, ListedIntent intent) {
        String here = entry.amount() + " " + entry.currency();
        String atStripe = intent.amount() + " " + intent.currency();
        if (!here.equals(atStripe)) {
            return Optional.of(new Difference(Kind.AMOUNT, entry.orderId(), intent.id(), here, atStripe));
        }
        State state = state(intent);
        return entry.state() == state
                ? Optional.empty()
                : Optional.of(new Difference(
                        Kind.STATE, entry.orderId(), intent.id(), entry.state().name(), state.name()));
    }

    private static State state(ListedIntent listed) {
        Intent intent = listed.state();
        return switch (intent.status()) {
            case SUCCEEDED -> intent.refunded() ? State.REFUNDED : State.PAID;
            case CANCELED -> State.CANCELLED;
            case OPEN, REQUIRES_ACTION, PROCESSING -> State.OPEN;
        };
    }
}
