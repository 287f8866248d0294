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
public class Payment extends Aggregate {

    /** Why money went back, as events and receipts tell it. */
    public static final String REQUESTED = "requested";

    public static final String CANCELLED = "cancelled";

    public static final String EXTERNAL = "external";

    private OrderReplica order;
    private @Nullable Charge charge;
    private @Nullable Refund refund;

    /** When somebody has to look after this payment; whoever does pushes it forward first. Absent if nobody has to. */
    private @Nullable Instant due;

    /** Times it was looked after without coming to an end. */
    private int checks;

    @PersistenceCreator
    private Payment(String id, OrderReplica order) {
        super(id);
        this.order = order;
    }

    public static Payment of(String orderId, OrderReplica order) {
        return new Payment(orderId, order);
    }

    /** Takes in what another event told of the order. */
    public void follow(OrderReplica told, Instant now) {
        order = order.merge(told);
        if (order.isOver() && charge != null && !charge.status().isFinal()) {
            lookAfter(now);
        }
        refundIfOrderCancelled(now);
    }

    /** Lets an attempt in. Until {@code lease} nobody else acts on this payment but whoever asked. */
    public void request(Charge ifFirst, String source, Instant now, Instant lease) {
        require(order.isHeldAt(now));
        if (charge == null) {
            charge = ifFirst;
        }
        charge.begin(source);
        lookAfter(lease);
    }

    public void intentCreated(String intentId) {
        charged().intentCreated(intentId);
    }

    /** The last moment at which the attempt can be stopped: after this its card may be charged. */
    public void process(int attempt, String methodId, Instant now) {
        require(isCurrent(attempt) && order.isHeldAt(now));
        charged().process(methodId);
    }

    public void decline(int attempt, String reason) {
        require(isAwaited(attempt));
        charged().decline(reason);
    }

    public void requireAction(int attempt) {
        require(isCurrent(attempt));
        charged().requireAction();
    }

    /** Nobody knows whether the attempt took money; Stripe is asked at the given time. */
    public void unknown(int attempt, Instant askAt) {
        require(isCurrent(attempt));
        charged().unknown();
        lookAfter(askAt);
    }

    public void cancel() {
        charged().cancel();
        due = null;
    }

    public void succeed(@Nullable Card card, Instant now) {
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

    public void requestRefund(String reason, boolean relist, Instant now) {
        require(charge != null && charge.status() == ChargeStatus.SUCCEEDED && refund == null);
        refund = Refund.request(reason, relist, now);
        lookAfter(now);
    }

    public void refunded(String refundId, Instant now) {
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
    public void refundFailed(String refundId, Instant askAgainAt) {
        Refund asked = Objects.requireNonNull(refund, "No refund was asked for");
        if (asked.isDone()) {
            require(refundId.equals(asked.stripeId()));
            charged().refundFailed();
        }
        refund = asked.failed(refundId);
        lookAfter(askAgainAt);
    }

    /** Whether looking now would cut into nobody's lease. */
    public boolean mayLookAfter(Instant now) {
        return charge != null
                && charge.status() != ChargeStatus.REQUESTED
                && charge.status() != ChargeStatus.PROCESSING
                && !isDue(now);
    }

    public void lookAfter(Instant at) {
        due = at;
        checks = 0;
    }

    /** PaymentClaims the work on this payment until the given time, and leaves it to be done then if it is not done now. */
    public void postpone(Instant until) {
        require(due != null);
        due = until;
        checks++;
    }

    /** Nobody has to look after this payment until something happens to it. */
    public void rest() {
        require(charge == null || charge.intentId() == null);
        due = null;
    }

    /** Once nothing more can be learned or done, nobody has to look after this payment. */
    public boolean restIfSettled() {
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

    public boolean isCurrent(int attempt) {
        return charge != null && charge.attempt() == attempt && charge.status().isUndecided();
    }

    /** Whether the attempt is under way, with us or with the person. */
    public boolean isAwaited(int attempt) {
        return isCurrent(attempt)
                || (charge != null && charge.attempt() == attempt && charge.status() == ChargeStatus.ACTION_REQUIRED);
    }

    public boolean isPaid() {
        return charge != null && charge.status().isPaid();
    }

    public boolean isRefundOpen() {
        return refund != null && !refund.isDone();
    }

    public boolean isDue(Instant now) {
        return due != null && !due.isAfter(now);
    }

    public OrderReplica order() {
        return order;
    }

    @Nullable
    public Charge charge() {
        return charge;
    }

    @Nullable
    public Refund refund() {
        return refund;
    }

    public int checks() {
        return checks;
    }

    /** The charge of a payment that must have one. */
    public Charge charged() {
        return Objects.requireNonNull(charge, "Nothing was asked to be paid");
    }

    public String intentId() {
        return Objects.requireNonNull(charged().intentId(), "No PaymentIntent is known");
    }
}
