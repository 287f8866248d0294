package com.ticketing.payments.refund;

import org.jspecify.annotations.Nullable;

/**
 * A request to refund a payment.
 *
 * @param relist whether the ticket goes back on sale; absent means that it does not, or as an earlier request has
 *     decided
 */
record RefundRequest(@Nullable Boolean relist) {

    static @Nullable Boolean relistOf(@Nullable RefundRequest request) {
        return request == null ? null : request.relist();
    }
}
