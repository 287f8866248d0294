package com.ticketing.acceptance.rush;

import com.ticketing.host.api.ApiResponse;

/** The rejections that a rush expects. */
final class Rejections {

    private Rejections() {}

    /** Returns whether another user holds the ticket. */
    static boolean isReserved(ApiResponse response) {
        return response.status() == 400 && response.hasError("ticket-reserved");
    }
}
