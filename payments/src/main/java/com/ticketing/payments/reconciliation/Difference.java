package com.ticketing.payments.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ticketing.payments.reconciliation.PaymentLedger.Entry;
import com.ticketing.payments.reconciliation.PaymentLedger.State;
import com.ticketing.payments.stripe.Intent;
import com.ticketing.payments.stripe.ListedIntent;
import java.util.Optional;
import java.util.stream.Stream;
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
        STATE,
        PARTIAL_REFUND,
        DISPUTE
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

    /** Returns the first difference. */
    static Optional<Difference> between(Entry entry, ListedIntent intent) {
        return Stream.of(
                        new Values(
                                Kind.AMOUNT,
                                amount(entry.amount(), entry.currency()),
                                amount(intent.amount(), intent.currency())),
                        new Values(
                                Kind.STATE, entry.state().name(), state(intent).name()),
                        new Values(
                                Kind.PARTIAL_REFUND,
                                amount(entry.partlyRefunded(), entry.currency()),
                                amount(intent.partlyRefunded(), intent.currency())),
                        new Values(Kind.DISPUTE, disputed(entry.disputed()), disputed(intent.disputed())))
                .filter(Values::differ)
                .findFirst()
                .map(values -> new Difference(values.kind, entry.orderId(), intent.id(), values.here, values.atStripe));
    }

    private static String amount(long amount, String currency) {
        return amount + " " + currency;
    }

    private static String disputed(boolean disputed) {
        return disputed ? "DISPUTED" : "NOT_DISPUTED";
    }

    private static State state(ListedIntent listed) {
        Intent intent = listed.state();
        return switch (intent.status()) {
            case SUCCEEDED -> intent.refunded() ? State.REFUNDED : State.PAID;
            case CANCELED -> State.CANCELLED;
            case OPEN, REQUIRES_ACTION, PROCESSING -> State.OPEN;
        };
    }

    private record Values(Kind kind, String here, String atStripe) {

        boolean differ() {
            return !here.equals(atStripe);
        }
    }
}
