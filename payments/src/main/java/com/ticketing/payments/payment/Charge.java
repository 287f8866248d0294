package com.ticketing.payments.payment;

import com.ticketing.payments.stripe.Intent.Card;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;

/** The one PaymentIntent of an order: confirmed by one attempt after another until one succeeds. */
public final class Charge {

    private final String paymentId;
    private final long amount;
    private final String currency;
    private final Instant requestedAt;
    private ChargeStatus status = ChargeStatus.DECLINED;
    private int attempt;

    /** The token or payment method that the last attempt was asked for with. */
    private @Nullable String source;

    private @Nullable String methodId;
    private @Nullable String intentId;
    private @Nullable String failure;
    private @Nullable Card card;
    private @Nullable Instant paidAt;

    /** Amounts are in the currency's smallest unit. They stay as they were at first, as the idempotency keys want. */
    @PersistenceCreator
    public Charge(String paymentId, long amount, String currency, Instant requestedAt) {
        this.paymentId = paymentId;
        this.amount = amount;
        this.currency = currency;
        this.requestedAt = requestedAt;
    }

    public void begin(String newSource) {
        require(!status.isUndecided() && !status.isFinal());
        if (!newSource.equals(source)) {
            methodId = null;
        }
        source = newSource;
        attempt++;
        failure = null;
        status = ChargeStatus.REQUESTED;
    }

    public void intentCreated(String id) {
        require(intentId == null || intentId.equals(id));
        intentId = id;
    }

    public void process(String paymentMethodId) {
        require(status == ChargeStatus.REQUESTED && intentId != null);
        methodId = paymentMethodId;
        status = ChargeStatus.PROCESSING;
    }

    public void unknown() {
        require(status.isUndecided());
        status = ChargeStatus.UNKNOWN;
    }

    public void requireAction() {
        require(status.isUndecided());
        status = ChargeStatus.ACTION_REQUIRED;
    }

    public void decline(String reason) {
        require(!status.isFinal());
        failure = reason;
        status = ChargeStatus.DECLINED;
    }

    public void cancel() {
        require(!status.isPaid());
        status = ChargeStatus.CANCELLED;
    }

    /** From any state but paid: what Stripe took was taken, whatever we thought before. */
    public void succeed(@Nullable Card usedCard, Instant now) {
        require(!status.isPaid() && intentId != null);
        card = usedCard;
        paidAt = now;
        failure = null;
        status = ChargeStatus.SUCCEEDED;
    }

    public void refund() {
        require(status == ChargeStatus.SUCCEEDED);
        status = ChargeStatus.REFUNDED;
    }

    /** The bank did not take the money back to the person: it is with us still. */
    public void refundFailed() {
        require(status == ChargeStatus.REFUNDED);
        status = ChargeStatus.SUCCEEDED;
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("Not for a charge that is " + status + " in attempt " + attempt);
        }
    }

    public String paymentId() {
        return paymentId;
    }

    public long amount() {
        return amount;
    }

    public String currency() {
        return currency;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public ChargeStatus status() {
        return status;
    }

    public int attempt() {
        return attempt;
    }

    @Nullable
    public String source() {
        return source;
    }

    @Nullable
    public String methodId() {
        return methodId;
    }

    @Nullable
    public String intentId() {
        return intentId;
    }

    @Nullable
    public String failure() {
        return failure;
    }

    @Nullable
    public Card card() {
        return card;
    }

    @Nullable
    public Instant paidAt() {
        return paidAt;
    }
}
