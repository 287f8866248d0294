package com.ticketing.payments.refund;

import org.jspecify.annotations.Nullable;

/**
 * A request to refund a payment.
 *
 * @param relist whether the ticket goes back on sale; absent means that it does not
 */
record RefundRequest(@Nullable Boolean relist) {

    static boolean relists(@Nullable RefundRequest request) {
        return request != null && Boolean.TRUE.equals(request.relist());
    }
}
