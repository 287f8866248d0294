package com.ticketing.payments.payment;

/**
 * The generation of a payment's idempotency keys. Stripe saves an error as the response of its key and repeats it for
 * at least a day, so a request that keeps failing gets another key. That is safe: only the stored PaymentIntent is
 * confirmed, and Stripe rejects a second full refund.
 *
 * @param number part of the keys, 0 at first
 * @param serverErrors the server errors since the generation began
 */
public record KeyGeneration(int number, int serverErrors) {

    static final KeyGeneration FIRST = new KeyGeneration(0, 0);

    /** About the number of retries within five seconds: a short outage keeps the key. */
    private static final int MAX_SERVER_ERRORS = 5;

    KeyGeneration afterServerErrors(int more) {
        int all = serverErrors + more;
        return all < MAX_SERVER_ERRORS ? new KeyGeneration(number, all) : next();
    }

    KeyGeneration next() {
        return new KeyGeneration(number + 1, 0);
    }
}
