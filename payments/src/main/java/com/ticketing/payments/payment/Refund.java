package com.ticketing.payments.payment;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A durable command to give the money back, and then what came of it. A bank may refuse a refund days after Stripe made
 * it: then the money is owed again, and the command is open again.
 *
 * @param relist whether the ticket is to be for sale again
 * @param failed the refunds at Stripe that failed, oldest first
 * @param stripeId the refund at Stripe, once done
 * @param doneAt when that was; of a refund that is open again, when it seemed to be done
 */
public record Refund(
        String reason,
        boolean relist,
        Instant requestedAt,
        @Nullable List<String> failed,
        @Nullable String stripeId,
        @Nullable Instant doneAt) {

    public static Refund request(String reason, boolean relist, Instant now) {
        return new Refund(reason, relist, now, null, null, null);
    }

    public Refund done(String refundId, Instant now) {
        return new Refund(reason, relist, requestedAt, failed, refundId, now);
    }

    public Refund failed(String refundId) {
        List<String> all =
                Stream.concat(failures().stream(), Stream.of(refundId)).toList();
        return new Refund(reason, relist, requestedAt, all, null, doneAt);
    }

    public boolean isDone() {
        return stripeId != null;
    }

    /** Whether the others have heard of it: they hear once, whatever a bank does later. */
    public boolean isTold() {
        return doneAt != null;
    }

    public List<String> failures() {
        return failed == null ? List.of() : failed;
    }

    /** How many times Stripe is asked for it, this time included. */
    public int attempt() {
        return failures().size() + 1;
    }
}
