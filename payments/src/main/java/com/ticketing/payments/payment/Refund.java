package com.ticketing.payments.payment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A durable command to refund the charge, and its result. A refund can fail days after Stripe made it; then it is
 * pending again. A refund that Stripe rejects is not: it is made only if it is requested again.
 *
 * @param relist whether the ticket goes back on sale
 * @param failed the refunds at Stripe that failed, oldest first
 * @param stripeId the refund at Stripe; null while the refund is pending
 * @param doneAt when the refund was made for the first time
 * @param rejection why Stripe makes no refund
 * @param retryAt when the next refund is made after a failed one; otherwise null
 */
public record Refund(
        String reason,
        boolean relist,
        Instant requestedAt,
        @Nullable List<String> failed,
        @Nullable String stripeId,
        @Nullable Instant doneAt,
        @Nullable Rejection rejection,
        @Nullable Instant retryAt) {

    /**
     * A definite rejection by Stripe.
     *
     * @param code Stripe's error code
     */
    public record Rejection(String code, Instant at) {}

    /** The reason of a refund that the seller or an admin requested. Reasons are part of events and receipts. */
    public static final String REQUESTED = "requested";

    /** The reason of a refund for a cancelled order. */
    public static final String CANCELLED = "cancelled";

    /** The reason of a refund that was made at Stripe, not by this service. */
    public static final String EXTERNAL = "external";

    static Refund request(String reason, boolean relist, Instant now) {
        return new Refund(reason, relist, toMillis(now), null, null, null, null, null);
    }

    Refund done(String refundId, Instant now) {
        return new Refund(reason, relist, requestedAt, failed, refundId, now, null, null);
    }

    Refund failed(String refundId, Instant newRetryAt) {
        List<String> all =
                Stream.concat(failures().stream(), Stream.of(refundId)).toList();
        return new Refund(reason, relist, requestedAt, all, null, doneAt, null, newRetryAt);
    }

    Refund rejected(Rejection newRejection) {
        return new Refund(reason, relist, requestedAt, failed, null, doneAt, newRejection, null);
    }

    Refund relisted() {
        return new Refund(reason, true, requestedAt, failed, stripeId, doneAt, rejection, retryAt);
    }

    Refund requestedAgain(Instant now) {
        return new Refund(reason, relist, toMillis(now), failed, null, doneAt, null, null);
    }

    /** Returns the time in milliseconds, the precision that MongoDB stores. */
    private static Instant toMillis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns whether both are the same attempt of the same request. */
    public boolean isSameAttempt(Refund other) {
        return attempt() == other.attempt() && requestedAt.equals(other.requestedAt);
    }

    boolean isPending() {
        return !isDone() && !isRejected();
    }

    /** Returns the time, or the end of the pause after a failed refund if that is later. */
    Instant afterPause(Instant time) {
        return retryAt != null && retryAt.isAfter(time) ? retryAt : time;
    }

    public boolean isRejected() {
        return rejection != null;
    }

    public boolean isDone() {
        return stripeId != null;
    }

    /** Returns whether the refund's event was published. It is published once, even if the refund fails later. */
    boolean isPublished() {
        return doneAt != null;
    }

    public List<String> failures() {
        return failed == null ? List.of() : failed;
    }

    /** Returns the number of the next request to Stripe, counted from 1. */
    public int attempt() {
        return failures().size() + 1;
    }
}
