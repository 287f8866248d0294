package com.ticketing.payments.payment;

import com.ticketing.payments.PaymentError;
import com.ticketing.payments.stripe.Decline;
import com.ticketing.payments.stripe.Intent.Card;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;

/** The one PaymentIntent of an order. Attempts confirm cards on it, one after another, until one succeeds. */
public final class Charge {

    private final String paymentId;
    private final long amount;
    private final String currency;

    @SuppressWarnings("UnusedVariable") // stored, for the query of Payments
    private final Instant requestedAt;

    private ChargeStatus status = ChargeStatus.REQUESTED;
    private int attempt;

    /** The token or payment method of the last attempt. */
    private @Nullable String source;

    /** The id of the request that started the last attempt; absent in documents of earlier versions. */
    private @Nullable String requestId;

    private @Nullable String methodId;
    private @Nullable String intentId;

    /** The message of the last decline. */
    private @Nullable String failure;

    /** The code of the last decline; absent in documents of earlier versions. */
    private @Nullable String failureCode;

    private @Nullable Card card;
    private @Nullable Instant paidAt;

    @PersistenceCreator
    private Charge(String paymentId, long amount, String currency, Instant requestedAt) {
        this.paymentId = paymentId;
        this.amount = amount;
        this.currency = currency;
        this.requestedAt = requestedAt;
    }

    /**
     * Returns a charge in its first attempt. Amount and currency never change, since Stripe rejects an idempotency key
     * with other parameters.
     *
     * @param amount in the currency's smallest unit
     */
    public static Charge first(
            String paymentId, long amount, String currency, String source, String requestId, Instant now) {
        Charge charge = new Charge(paymentId, amount, currency, now);
        charge.source = source;
        charge.requestId = requestId;
        charge.attempt = 1;
        return charge;
    }

    void startAttempt(String newSource, String newRequestId) {
        change(ChargeEvent.START_ATTEMPT);
        if (!newSource.equals(source)) {
            methodId = null;
        }
        source = newSource;
        requestId = newRequestId;
        attempt++;
        failure = null;
        failureCode = null;
    }

    void intentCreated(String id) {
        require(intentId == null || intentId.equals(id));
        intentId = id;
    }

    void confirm(String paymentMethodId) {
        require(intentId != null);
        change(ChargeEvent.CONFIRM);
        methodId = paymentMethodId;
    }

    void loseOutcome() {
        change(ChargeEvent.LOSE_OUTCOME);
    }

    void requireAction() {
        change(ChargeEvent.REQUIRE_ACTION);
    }

    void decline(Decline decline) {
        change(ChargeEvent.DECLINE);
        failure = decline.message();
        failureCode = decline.code().code();
    }

    void cancel() {
        change(ChargeEvent.CANCEL);
    }

    void succeed(@Nullable Card usedCard, Instant now) {
        require(intentId != null);
        change(ChargeEvent.SUCCEED);
        card = usedCard;
        paidAt = now;
        failure = null;
        failureCode = null;
    }

    /** Erases the buyer's card and Stripe's decline message. An attempt that is not decided still needs its card. */
    void eraseCard() {
        if (status.isUndecided() || status == ChargeStatus.ACTION_REQUIRED) {
            return;
        }
        source = null;
        methodId = null;
        card = null;
        failure = null;
        failureCode = null;
    }

    void refund() {
        change(ChargeEvent.REFUND);
    }

    void failRefund() {
        change(ChargeEvent.FAIL_REFUND);
    }

    void rejectRefund() {
        change(ChargeEvent.REJECT_REFUND);
    }

    void refundPartly() {
        change(ChargeEvent.REFUND_PARTLY);
    }

    void dispute() {
        change(ChargeEvent.DISPUTE);
    }

    private void change(ChargeEvent event) {
        status = ChargeTransitions.next(status, event)
                .orElseThrow(() -> new IllegalStateException(
                        "Charge " + paymentId + " rejects " + event + " in state " + status + ", attempt " + attempt));
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("Charge " + paymentId + " has the wrong PaymentIntent: " + intentId);
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

    /** Returns whether the request has started the last attempt. */
    public boolean wasAttemptedBy(String request) {
        return request.equals(requestId);
    }

    /** Returns whether a later request has started an attempt. Ids of requests increase with time. */
    public boolean wasAttemptedSince(String request) {
        return requestId != null && requestId.compareTo(request) > 0;
    }

    /** Returns the payment method of the last attempt's source, once it is known. */
    @Nullable
    public String methodId() {
        return methodId;
    }

    @Nullable
    public String intentId() {
        return intentId;
    }

    /** Returns why the last attempt took no money. */
    @Nullable
    public Decline lastDecline() {
        return failure == null ? null : new Decline(code(failureCode), failure);
    }

    /** Another version may have stored a code that this one does not know. */
    private static PaymentError code(@Nullable String code) {
        return Stream.of(PaymentError.values())
                .filter(error -> error.code().equals(code))
                .findFirst()
                .orElse(PaymentError.CARD_DECLINED);
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
