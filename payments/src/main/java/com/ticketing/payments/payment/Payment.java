package com.ticketing.payments.payment;

import com.ticketing.common.events.DisputeStatus;
import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.PaymentDisputed;
import com.ticketing.common.events.PaymentRefunded;
import com.ticketing.common.persistence.Aggregate;
import com.ticketing.payments.stripe.Decline;
import com.ticketing.payments.stripe.Intent.Card;
import com.ticketing.payments.stripe.Reversals;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/**
 * An order and its payment, stored under the order's id. Success of the charge and cancellation of the order are writes
 * of the same document, so the later one sees the earlier one and requests the refund.
 */
@Document("payments")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
public class Payment extends Aggregate {

    static final String BUYER_DELETED_AT = "buyerDeletedAt";

    private OrderReplica order;
    private @Nullable Charge charge;
    private @Nullable Refund refund;

    /** When the next check with Stripe is due; absent if none is needed. */
    @Field("due")
    private @Nullable Instant nextCheck;

    /** The number of checks in a row that did not end the need for checks. */
    private int checks;

    /** Absent while the first generation has had no server error. */
    private @Nullable KeyGeneration keys;

    /** Absent if nothing was taken back. */
    private @Nullable Reversals reversals;

    /** When a rejected refund or a reversal was last recorded. */
    @SuppressWarnings("UnusedVariable") // stored, for the queries of Payments
    private @Nullable Instant attentionAt;

    /** When the buyer's account was deleted; absent while it exists. */
    @Field(BUYER_DELETED_AT)
    private @Nullable Instant buyerDeletedAt;

    @PersistenceCreator
    private Payment(String id, OrderReplica order) {
        super(id);
        this.order = order;
    }

    public static Payment of(String orderId, OrderReplica order) {
        return new Payment(orderId, order);
    }

    /** Applies an order event. */
    public void applyOrder(OrderReplica event, Instant now) {
        order = order.merge(event);
        if (order.isOver() && charge != null && !charge.status().isFinal()) {
            scheduleCheck(now);
        }
        refundIfOrderCancelled(now);
    }

    /** Starts the first attempt. Until the lease ends, only the process that started it changes this payment. */
    public void startFirstAttempt(Charge first, Instant now, Instant leaseEnd) {
        require(charge == null && order.isHeldAt(now));
        charge = first;
        scheduleCheck(leaseEnd);
    }

    /** Starts a further attempt, with a lease as for the first. */
    public void startAttempt(String source, String requestId, Instant now, Instant leaseEnd) {
        require(order.isHeldAt(now));
        charged().startAttempt(source, requestId);
        scheduleCheck(leaseEnd);
    }

    public void intentCreated(String intentId) {
        charged().intentCreated(intentId);
    }

    /** Marks the last moment at which the attempt can be stopped: after this write its card may be charged. */
    public void confirm(int attempt, String methodId, Instant now) {
        require(isUndecided(attempt) && order.isHeldAt(now));
        charged().confirm(methodId);
    }

    public void decline(int attempt, Decline decline) {
        require(isOpen(attempt));
        charged().decline(decline);
        eraseDeletedBuyersCard();
    }

    public void requireAction(int attempt) {
        require(isUndecided(attempt));
        charged().requireAction();
    }

    /** Records that the attempt may have taken money, and schedules a check. */
    public void loseOutcome(int attempt, Instant checkAt) {
        require(isUndecided(attempt));
        charged().loseOutcome();
        scheduleCheck(checkAt);
    }

    public void cancel() {
        charged().cancel();
        nextCheck = null;
        eraseDeletedBuyersCard();
    }

    public void succeed(@Nullable Card card, Instant now) {
        Charge charged = charged();
        charged.succeed(card, now);
        endChecks(now);
        eraseDeletedBuyersCard();
        raise(created(nextVersion()));
        refundIfOrderCancelled(now);
    }

    /** Erases the buyer's card because the account is deleted, now and when a pending charge is decided. */
    public void deleteBuyer(Instant now) {
        require(!isBuyerDeleted());
        buyerDeletedAt = now;
        eraseDeletedBuyersCard();
    }

    public boolean isBuyerDeleted() {
        return buyerDeletedAt != null;
    }

    private void eraseDeletedBuyersCard() {
        if (isBuyerDeleted() && charge != null) {
            charge.eraseCard();
        }
    }

    private void refundIfOrderCancelled(Instant now) {
        if (order.isCancelled() && isPaid() && refund == null) {
            requestRefund(Refund.CANCELLED, false, now);
        }
    }

    /** Requests the refund, again if Stripe has rejected it. A repeated request keeps the first reason. */
    public void requestRefund(String reason, boolean relist, Instant now) {
        require(charge != null && charge.status() == ChargeStatus.SUCCEEDED && allowsRefundRequest());
        refund = refund == null ? Refund.request(reason, relist, now) : refund.requestedAgain(now);
        scheduleCheck(now);
    }

    public void refunded(String refundId, Instant now) {
        Refund pending = requestedRefund();
        charged().refund();
        refund = pending.done(refundId, now);
        reversals = reversals == null ? null : reversals.withoutRefund();
        endChecks(now);
        if (!pending.isPublished()) {
            raise(refunded(refund, nextVersion()));
        }
    }

    /** Puts the ticket back on sale after a refund that did not. The refund is published again as the next version. */
    public void relist() {
        require(allowsRelist());
        refund = requestedRefund().relisted();
        raise(refunded(refund, nextVersion()));
    }

    /** Returns whether the refunded order keeps its ticket. A cancelled order does not. */
    public boolean allowsRelist() {
        return refund != null
                && refund.isPublished()
                && !refund.relist()
                && !order.isCancelled()
                && !refund.reason().equals(Refund.CANCELLED);
    }

    @Override
    protected void raiseCurrentState() {
        if (refund != null && refund.isPublished()) {
            raise(refunded(refund, version()));
        } else if (isPaid()) {
            raise(created(version()));
        }
        DisputeStatus dispute = reversals().disputeStatus();
        if (dispute != null) {
            raise(disputed(dispute, version()));
        }
    }

    private PaymentCreated created(long version) {
        return new PaymentCreated(charged().paymentId(), id(), intentId(), version);
    }

    private PaymentRefunded refunded(Refund published, long version) {
        return new PaymentRefunded(
                charged().paymentId(), id(), intentId(), version, published.reason(), published.relist());
    }

    private PaymentDisputed disputed(DisputeStatus dispute, long version) {
        return new PaymentDisputed(charged().paymentId(), id(), intentId(), version, dispute);
    }

    /** Records that the refund failed at the bank, at once or days later, and schedules another one. */
    public void refundFailed(String refundId, Instant retryAt) {
        Refund failed = requestedRefund();
        if (failed.isDone()) {
            require(refundId.equals(failed.stripeId()));
            charged().failRefund();
        }
        refund = failed.failed(refundId, retryAt);
        scheduleCheck(retryAt);
    }

    /** Records that Stripe rejects the pending refund, and ends the attempts. Another request gets another key. */
    public void rejectRefund(String code, Instant now) {
        require(isRefundPending());
        charged().rejectRefund();
        refund = requestedRefund().rejected(new Refund.Rejection(code, now));
        keys = keys().next();
        endChecks(now);
        attentionAt = now;
    }

    /**
     * Records what was taken back at Stripe. An older state of a dispute changes nothing. A dispute is published when
     * its status changes, not when its other details do.
     */
    public void reverse(Reversals atStripe, Instant now) {
        Reversals before = reversals();
        Reversals after = before.apply(atStripe);
        if (after.partlyRefunded() != before.partlyRefunded()) {
            charged().refundPartly();
        }
        if (!Objects.equals(after.dispute(), before.dispute())) {
            charged().dispute();
        }
        reversals = after;
        attentionAt = now;
        DisputeStatus dispute = after.disputeStatus();
        if (dispute != null && dispute != before.disputeStatus()) {
            raise(disputed(dispute, nextVersion()));
        }
    }

    void countServerErrors(int count) {
        keys = keys().afterServerErrors(count);
    }

    public void scheduleCheck(Instant at) {
        nextCheck = at;
        checks = 0;
    }

    /** Moves the check to the given time, or to the end of the pause after a failed refund if that is later. */
    public void claimUntil(Instant until) {
        require(nextCheck != null);
        nextCheck = refund == null ? until : refund.afterPause(until);
        checks++;
    }

    /** Ends the checks until the next change, because there is nothing at Stripe that can change. */
    public void stopChecks() {
        require(charge == null || charge.intentId() == null || (charge.status().isFinal() && !isRefundPending()));
        nextCheck = null;
    }

    /** Ends the checks, except one that a webhook has scheduled meanwhile: it may report something later. */
    private void endChecks(Instant now) {
        if (!isUnclaimedCheckDue(now)) {
            nextCheck = null;
        }
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("Payment " + id() + " does not allow this in its state");
        }
    }

    /** Returns whether the attempt is the last one and is running. */
    public boolean isUndecided(int attempt) {
        return charge != null && charge.attempt() == attempt && charge.status().isUndecided();
    }

    /** Returns whether the attempt is the last one, and is running or waits for the buyer's authentication. */
    public boolean isOpen(int attempt) {
        return isUndecided(attempt)
                || (charge != null && charge.attempt() == attempt && charge.status() == ChargeStatus.ACTION_REQUIRED);
    }

    public boolean isPaid() {
        return charge != null && charge.status().isPaid();
    }

    public boolean isRefundPending() {
        return refund != null && refund.isPending();
    }

    /** Returns whether a refund is pending, and the pause after a failed one is over. */
    public boolean isRefundDue(Instant now) {
        return isRefundPending() && requestedRefund().afterPause(now).equals(now);
    }

    public boolean allowsRefundRequest() {
        return refund == null || refund.isRejected();
    }

    /**
     * Returns whether a check is scheduled although nothing is left to find out or to do. A check that was scheduled
     * since the last claim is needed: a webhook has reported something that the claimed check may not have seen.
     */
    public boolean hasNeedlessCheck() {
        return nextCheck != null && checks > 0 && charged().status().isFinal() && !isRefundPending();
    }

    public boolean isCheckDue(Instant now) {
        return nextCheck != null && !nextCheck.isAfter(now);
    }

    /** Returns whether a check is due that no process has claimed, so that it begins later than now. */
    private boolean isUnclaimedCheckDue(Instant now) {
        return checks == 0 && isCheckDue(now);
    }

    /** Returns whether a check at this time would be an additional one, and not interfere with a running attempt. */
    public boolean allowsCheck(Instant now) {
        return charge != null && !isOwnedByAttempt() && !isUnclaimedCheckDue(now);
    }

    /** Returns whether an attempt owns the payment, so that its process stores what Stripe answers. */
    public boolean isOwnedByAttempt() {
        return charge != null
                && (charge.status() == ChargeStatus.REQUESTED || charge.status() == ChargeStatus.PROCESSING);
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

    int checks() {
        return checks;
    }

    public KeyGeneration keys() {
        return Objects.requireNonNullElse(keys, KeyGeneration.FIRST);
    }

    public Reversals reversals() {
        return Objects.requireNonNullElse(reversals, Reversals.NONE);
    }

    /** Returns the charge of a payment that must have one. */
    public Charge charged() {
        return Objects.requireNonNull(charge, "No attempt was started");
    }

    /** Returns the refund of a payment that must have one. */
    public Refund requestedRefund() {
        return Objects.requireNonNull(refund, "No refund was requested");
    }

    public String intentId() {
        return Objects.requireNonNull(charged().intentId(), "No PaymentIntent is known");
    }
}
