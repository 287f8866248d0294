package com.ticketing.payments.payment;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.PaymentRefunded;
import com.ticketing.common.persistence.Aggregate;
import com.ticketing.payments.stripe.Intent.Card;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An order and its payment, under the order's id. Since both are one document, whichever of success and cancellation is
 * written second sees the first, and asks for the refund.
 */
@Document("payments")
class Payment extends Aggregate {

    /** Why money went back, as events and receipts tell it. */
    static final String REQUESTED = "requested";

    static final String CANCELLED = "cancelled";

    static final String EXTERNAL = "external";

    private Order order;
    private @Nullable Charge charge;
    private @Nullable Refund refund;

    /** When somebody has to look after this payment; whoever does pushes it forward first. Absent if nobody has to. */
    private @Nullable Instant due;

    /** Times it was looked after without coming to an end. */
    private int checks;

    @PersistenceCreator
    private Payment(String id, Order order) {
        super(id);
        this.order = order;
    }

    static Payment of(String orderId, Order order) {
        return new Payment(orderId, order);
    }

    /** Takes in what another event told of the order. */
    void follow(Order told, Instant now) {
        order = order.merge(told);
        if (order.isOver() && charge != null && !charge.status().isFinal()) {
            lookAfter(now);
        }
        refundIfOrderCancelled(now);
    }

    /** Lets an attempt in. Until {@code lease} nobody else acts on this payment but whoever asked. */
    void request(Charge ifFirst, String source, Instant now, Instant lease) {
        require(order.isHeldAt(now));
        if (charge == null) {
            charge = ifFirst;
        }
        charge.begin(source);
        lookAfter(lease);
    }

    void intentCreated(String intentId) {
        charged().intentCreated(intentId);
    }

    /** The last moment at which the attempt can be stopped: after this its card may be charged. */
    void process(int attempt, String methodId, Instant now) {
        require(isCurrent(attempt) && order.isHeldAt(now));
        charged().process(methodId);
    }

    void decline(int attempt, String reason) {
        require(isAwaited(attempt));
        charged().decline(reason);
    }

    void requireAction(int attempt) {
        require(isCurrent(attempt));
        charged().requireAction();
    }

    /** Nobody knows whether the attempt took money; Stripe is asked at the given time. */
    void unknown(int attempt, Instant askAt) {
        require(isCurrent(attempt));
        charged().unknown();
        lookAfter(askAt);
    }

    void cancel() {
        charged().cancel();
        due = null;
    }

    void succeed(@Nullable Card card, Instant now) {
        Charge charged = charged();
        charged.succeed(card, now);
        due = null;
        raise(new PaymentCreated(charged.paymentId(), id(), intentId(), nextVersion()));
        refundIfOrderCancelled(now);
    }

    private void refundIfOrderCancelled(Instant now) {
        if (order.isCancelled() && isPaid() && refund == null) {
            requestRefund(CANCELLED, false, now);
        }
    }

    void requestRefund(String reason, boolean relist, Instant now) {
        require(charge != null && charge.status() == ChargeStatus.SUCCEEDED && refund == null);
        refund = Refund.request(reason, relist, now);
        lookAfter(now);
    }

    void refunded(String refundId, Instant now) {
        Refund asked = Objects.requireNonNull(refund, "No refund was asked for");
        Charge charged = charged();
        charged.refund();
        refund = asked.done(refundId, now);
        due = null;
        if (!asked.isTold()) {
            raise(new PaymentRefunded(
                    charged.paymentId(), id(), intentId(), nextVersion(), asked.reason(), asked.relist()));
        }
    }

    /** The refund did not reach the person, whether that is known at once or days later; another is made at the given time. */
    void refundFailed(String refundId, Instant askAgainAt) {
        Refund asked = Objects.requireNonNull(refund, "No refund was asked for");
        if (asked.isDone()) {
            require(refundId.equals(asked.stripeId()));
            charged().refundFailed();
        }
        refund = asked.failed(refundId);
        lookAfter(askAgainAt);
    }

    /** Whether looking now would cut into nobody's lease. */
    boolean mayLookAfter(Instant now) {
        return charge != null
                && charge.status() != ChargeStatus.REQUESTED
                && charge.status() != ChargeStatus.PROCESSING
                && !isDue(now);
    }

    void lookAfter(Instant at) {
        due = at;
        checks = 0;
    }

    /** Claims the work on this payment until the given time, and leaves it to be done then if it is not done now. */
    void postpone(Instant until) {
        require(due != null);
        due = until;
        checks++;
    }

    /** Nobody has to look after this payment until something happens to it. */
    void rest() {
        require(charge == null || charge.intentId() == null);
        due = null;
    }

    /** Once nothing more can be learned or done, nobody has to look after this payment. */
    boolean restIfSettled() {
        boolean settled = due != null && charged().status().isFinal() && !isRefundOpen();
        if (settled) {
            due = null;
        }
        return settled;
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("Not for payment " + id() + " as it is");
        }
    }

    boolean isCurrent(int attempt) {
        return charge != null && charge.attempt() == attempt && charge.status().isUndecided();
    }

    /** Whether the attempt is under way, with us or with the person. */
    boolean isAwaited(int attempt) {
        return isCurrent(attempt)
                || (charge != null && charge.attempt() == attempt && charge.status() == ChargeStatus.ACTION_REQUIRED);
    }

    boolean isPaid() {
        return charge != null && charge.status().isPaid();
    }

    boolean isRefundOpen() {
        return refund != null && !refund.isDone();
    }

    boolean isDue(Instant now) {
        return due != null && !due.isAfter(now);
    }

    Order order() {
        return order;
    }

    @Nullable
    Charge charge() {
        return charge;
    }

    @Nullable
    Refund refund() {
        return refund;
    }

    int checks() {
        return checks;
    }

    /** The charge of a payment that must have one. */
    Charge charged() {
        return Objects.requireNonNull(charge, "Nothing was asked to be paid");
    }

    String intentId() {
        return Objects.requireNonNull(charged().intentId(), "No PaymentIntent is known");
    }
}
