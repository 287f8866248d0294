package com.ticketing.acceptance.endtoend;

/** A request of a payment that changes state at Stripe, by its idempotency keys. */
enum StripeRequest {
    CREATE("order-%s", "order-%s-key-2"),
    METHOD("order-%s-attempt-1-method", "order-%s-attempt-2-method"),
    CONFIRM("order-%s-attempt-1", "order-%s-attempt-2"),
    REFUND("order-%s-refund", "order-%s-refund-key-2");

    private final String key;
    private final String nextKey;

    StripeRequest(String key, String nextKey) {
        this.key = key;
        this.nextKey = nextKey;
    }

    String key(String orderId) {
        return key.formatted(orderId);
    }

    /** Returns the key that payments uses after the first one has failed for good. */
    String nextKey(String orderId) {
        return nextKey.formatted(orderId);
    }
}
