package com.ticketing.acceptance.endtoend;

import java.util.List;

/** A fault between payments and Stripe, in the stand-in's syntax. */
enum StripeFault {
    SERVER_ERROR("kind=rejected&status=500", 1, 9),
    UNAVAILABLE("kind=rejected&status=503", 1, 9),
    TOO_MANY_REQUESTS("kind=rejected&status=429", 1, 9),
    /** Java's HTTP client repeats a request once if its connection is cut, which consumes a second fault. */
    CUT_BEFORE_PROCESSING("kind=request_lost", 2, 18),
    CUT_AFTER_PROCESSING("kind=answer_lost", 2, 18),
    TIMEOUT_BEFORE_PROCESSING("kind=request_late&delay_ms=" + beyondTimeout(), 1, 4),
    TIMEOUT_AFTER_PROCESSING("kind=answer_late&delay_ms=" + beyondTimeout(), 1, 4),
    /** Stripe repeats the error for as long as it knows the key, so one fault is enough. */
    SAVED_ERROR_BEFORE_PROCESSING("kind=error_saved&status=500", 1, 1),
    SAVED_ERROR_AFTER_PROCESSING("kind=executed_error_saved&status=500", 1, 1);

    private final String fault;
    private final int once;
    private final int repeatedly;

    StripeFault(String fault, int once, int repeatedly) {
        this.fault = fault;
        this.once = once;
        this.repeatedly = repeatedly;
    }

    private static long beyondTimeout() {
        return PaymentFaultsIT.READ_TIMEOUT.plusMillis(700).toMillis();
    }

    /** Affects the next request with the first idempotency key. */
    List<String> once(StripeRequest request, String orderId) {
        return List.of(of(once, request.key(orderId)));
    }

    /** Affects more requests than payments sends before it leaves the charge to its reconciler, with two keys. */
    List<String> repeatedly(StripeRequest request, String orderId) {
        return List.of(of(repeatedly, request.key(orderId)), of(repeatedly, request.nextKey(orderId)));
    }

    private String of(int times, String key) {
        return fault + "&times=" + times + "&key=" + key;
    }
}
