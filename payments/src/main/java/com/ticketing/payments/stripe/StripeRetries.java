package com.ticketing.payments.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import java.time.Duration;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * The retry policy for all requests to Stripe. A request is retried after a transient failure, which is no response,
 * 5xx, 429, or 409 for a concurrent request with the same idempotency key. So each request must carry an idempotency
 * key or be harmless when repeated.
 */
@Component
class StripeRetries {

    private static final Duration FIRST_DELAY = Duration.ofMillis(75);
    private static final Duration JITTER = Duration.ofMillis(25);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);

    interface Request<T> {
        T send() throws StripeException;
    }

    private final RetryTemplate template;

    StripeRetries(StripeProperties properties) {
        this.template = new RetryTemplate(RetryPolicy.builder()
                .predicate(StripeRetries::isTransient)
                .delay(FIRST_DELAY)
                .jitter(JITTER)
                .multiplier(2)
                .maxDelay(LONGEST_DELAY)
                // a timeout of zero would not limit the retries
                .maxRetries(properties.patience().isZero() ? 0 : Long.MAX_VALUE)
                .timeout(properties.patience())
                .build());
    }

    /**
     * Sends the request, and again after each transient failure for as long as the configured patience.
     *
     * @throws CardDeclinedException if Stripe declined the card
     * @throws RejectedException if Stripe rejected the request
     * @throws UnknownOutcomeException if the last failure was transient too
     */
    <T> T send(Request<T> request) {
        try {
            return template.execute(request::send);
        } catch (RetryException e) {
            throw translate(e);
        }
    }

    private static RuntimeException translate(RetryException retries) {
        return switch (retries.getCause()) {
            case CardException declined -> new CardDeclinedException(Decline.of(declined.getStripeError()));
            case StripeException e
            when isTransient(e) ->
                new UnknownOutcomeException(
                        "Stripe gave no clear response, status " + status(e), e, serverErrors(retries));
            case StripeException rejected -> new RejectedException(status(rejected), rejected);
            case RuntimeException bug -> bug;
            default -> new IllegalStateException("Request to Stripe failed", retries.getCause());
        };
    }

    private static int serverErrors(RetryException retries) {
        return (int) retries.getExceptions().stream()
                .filter(failure -> failure instanceof StripeException e && status(e) >= 500)
                .count();
    }

    /** A successful response that cannot be read leaves the outcome as unknown as no response. */
    private static boolean isTransient(Throwable failure) {
        if (!(failure instanceof StripeException e) || e instanceof CardException) {
            return false;
        }
        int status = status(e);
        return e instanceof ApiConnectionException || status < 400 || status == 409 || status == 429 || status >= 500;
    }

    private static int status(StripeException e) {
        Integer status = e.getStatusCode();
        return status == null ? 0 : status;
    }
}
