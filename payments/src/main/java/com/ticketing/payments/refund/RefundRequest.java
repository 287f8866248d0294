package com.ticketing.payments.refund;

import org.jspecify.annotations.Nullable;

/**
 * Why a payment is given back is its seller's affair; what becomes of the ticket has to be said.
 *
 * @param relist whether the ticket is to be for sale again; absent means that it is not
 */
record RefundRequest(@Nullable Boolean relist) {

    static boolean relists(@Nullable RefundRequest request) {
        return request != null && Boolean.TRUE.equals(request.relist());
    }
}
