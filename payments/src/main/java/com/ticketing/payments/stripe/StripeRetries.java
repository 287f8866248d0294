package com.ticketing.payments.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a request that failed for a passing reason: no answer, 5xx, 429, or another request in hand under the same
 * key. Whoever asks must ask with an idempotency key, or for what does no harm twice.
 */
final class StripeRetries {

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    interface Call<T> {
        T run() throws StripeException;
    }

    private final Duration patience;

    StripeRetries(Duration patience) {
        this.patience = patience;
    }

    <T> T call(Call<T> call) {
        long giveUp = System.nanoTime() + patience.toNanos();
        for (int attempt = 0; ; attempt++) {
            try {
                return call.run();
            } catch (CardException e) {
                throw new CardDeclinedException(messageToPerson(e));
            } catch (StripeException e) {
                if (!isPassing(e)) {
                    throw new RefusedException(status(e), e);
                }
                if (System.nanoTime() >= giveUp) {
                    throw new UnknownOutcomeException("Stripe gave no clear answer, status " + status(e), e);
                }
                pause(attempt, e);
            }
        }
    }

    /** An answer of success that cannot be read is as good as none. */
    private static boolean isPassing(StripeException e) {
        int status = status(e);
        return e instanceof ApiConnectionException || status < 400 || status == 409 || status == 429 || status >= 500;
    }

    private static int status(StripeException e) {
        Integer status = e.getStatusCode();
        return status == null ? 0 : status;
    }

    private static String messageToPerson(CardException e) {
        StripeError error = e.getStripeError();
        String message = error == null ? null : error.getMessage();
        return orElse(message, "Your card was declined.");
    }

    private static String orElse(@Nullable String message, String other) {
        return message == null || message.isBlank() ? other : message;
    }

    private static void pause(int attempt, StripeException reason) {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, 5));
        long millis = ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new UnknownOutcomeException("Interrupted while waiting for Stripe", reason);
        }
    }
}
