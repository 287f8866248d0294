package com.ticketing.orders.order;

/**
 * The pass of a completed order.
 *
 * @param pass a compact JWS
 * @param serial the number that a person can read out: the order's id
 */
record PassResponse(String pass, String serial) {

    /** Omits the pass, which admits to the event. */
    @Override
    public String toString() {
        return "PassResponse[serial=" + serial + "]";
    }
}
