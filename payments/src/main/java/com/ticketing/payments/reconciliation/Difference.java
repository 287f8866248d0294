package com.ticketing.payments.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ticketing.payments.reconciliation.PaymentLedger.Entry;
import com.ticketing.payments.reconciliation.PaymentLedger.State;
import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.ListedIntent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that one side has on its books in another way than the other. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Difference(
        Kind kind,
        String orderId,
        String stripeId,
        @Nullable String here,
        @Nullable String atStripe) {

    /** In what way. */
    enum Kind {
        NOT_HERE,
        NOT_AT_STRIPE,
        AMOUNT,
        STATE
    }

    static Difference notHere(String orderId, ListedIntent there) {
        return new Difference(
                Kind.NOT_HERE, orderId, there.id(), null, state(there).name());
    }

    static Difference notAtStripe(Entry here) {
        return new Difference(
                Kind.NOT_AT_STRIPE,
                here.orderId(),
                here.intentId(),
                here.state().name(),
                null);
    }

    static Optional<Difference> between(Entry here, ListedIntent there) {
        String ours = here.amount() + " " + here.currency();
        String theirs = there.amount() + " " + there.currency();
        if (!ours.equals(theirs)) {
            return Optional.of(new Difference(Kind.AMOUNT, here.orderId(), there.id(), ours, theirs));
        }
        State state = state(there);
        return here.state() == state
                ? Optional.empty()
                : Optional.of(new Difference(
                        Kind.STATE, here.orderId(), there.id(), here.state().name(), state.name()));
    }

    private static State state(ListedIntent there) {
        Intent intent = there.state();
        return switch (intent.status()) {
            case SUCCEEDED -> intent.refunded() ? State.REFUNDED : State.PAID;
            case CANCELED -> State.CANCELLED;
            case OPEN, REQUIRES_ACTION, PROCESSING -> State.OPEN;
        };
    }
}
