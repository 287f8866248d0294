package com.ticketing.acceptance.endtoend;

/** What goes wrong between payments and Stripe. */
enum Mishap {
    SERVER_ERROR("kind=refused&status=500", 1, 9),
    UNAVAILABLE("kind=refused&status=503", 1, 9),
    TOO_MANY_REQUESTS("kind=refused&status=429", 1, 9),
    /** Java's HTTP client repeats once by itself what was cut. */
    CUT_BEFORE_IT_HAPPENED("kind=request_lost", 2, 18),
    CUT_AFTER_IT_HAPPENED("kind=answer_lost", 2, 18),
    TIMEOUT_BEFORE_IT_HAPPENED("kind=request_late&delay_ms=" + tooLate(), 1, 4),
    TIMEOUT_AFTER_IT_HAPPENED("kind=answer_late&delay_ms=" + tooLate(), 1, 4);

    private final String fault;
    private final int once;
    private final int again;

    Mishap(String fault, int once, int again) {
        this.fault = fault;
        this.once = once;
        this.again = again;
    }

    private static long tooLate() {
        return MoneyIT.READ_TIMEOUT.plusMillis(700).toMillis();
    }

    /** With the next request under the key. */
    String once(String key) {
        return fault + "&times=" + once + "&key=" + key;
    }

    /** With more requests than are made before payments leaves it to its sweep. */
    String again(String key) {
        return fault + "&times=" + again + "&key=" + key;
    }
}
