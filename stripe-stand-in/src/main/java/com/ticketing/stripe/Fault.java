package com.ticketing.stripe;

import java.time.Duration;

/**
 * A fault that a {@link StripeStandIn} injects into its next matching requests.
 *
 * @param status the status of the error response, for {@link Kind#REJECTED} and the kinds that save an error
 * @param delay the delay, for {@link Kind#REQUEST_LATE} and {@link Kind#ANSWER_LATE}
 * @param times the number of requests that fail
 * @param pathPart matches requests whose path contains it
 * @param key matches requests with this idempotency key; empty matches all requests, with or without a key
 */
public record Fault(Kind kind, int status, Duration delay, int times, String pathPart, String key) {

    /** The kind of fault. */
    public enum Kind {
        /** The request is rejected with an error status and not executed. */
        REJECTED,
        /** The connection is closed and the request is not executed. */
        REQUEST_LOST,
        /** The request is executed after a delay, when the client has timed out. */
        REQUEST_LATE,
        /** The request is executed and the connection is closed without a response. */
        ANSWER_LOST,
        /** The request is executed and the response is delayed. */
        ANSWER_LATE,
        /** The request is not executed, and the error is saved as the response of its idempotency key. */
        ERROR_SAVED,
        /** The request is executed, but an error is saved as the response of its idempotency key. */
        EXECUTED_ERROR_SAVED;

        boolean closesConnection() {
            return this == REQUEST_LOST || this == ANSWER_LOST;
        }

        /** Returns whether the fault applies behind the idempotency layer, where a repeated request does not arrive. */
        boolean isBehindIdempotency() {
            return this == ERROR_SAVED || this == EXECUTED_ERROR_SAVED;
        }
    }

    private static Fault of(Kind kind, int status, Duration delay) {
        return new Fault(kind, status, delay, 1, "", "");
    }

    public static Fault status(int status) {
        return of(Kind.REJECTED, status, Duration.ZERO);
    }

    /** Java's HttpURLConnection retries such a request once, which consumes another of the {@link #times}. */
    public static Fault requestLost() {
        return of(Kind.REQUEST_LOST, 0, Duration.ZERO);
    }

    public static Fault requestLate(Duration delay) {
        return of(Kind.REQUEST_LATE, 0, delay);
    }

    /** Java's HttpURLConnection retries such a request once, which consumes another of the {@link #times}. */
    public static Fault answerLost() {
        return of(Kind.ANSWER_LOST, 0, Duration.ZERO);
    }

    public static Fault answerLate(Duration delay) {
        return of(Kind.ANSWER_LATE, 0, delay);
    }

    /** Repeats the error for as long as the idempotency key is known. Applies to requests with a key only. */
    public static Fault savedStatus(int status) {
        return of(Kind.ERROR_SAVED, status, Duration.ZERO);
    }

    /** As {@link #savedStatus}, but the request takes effect. */
    public static Fault savedStatusAfterExecution(int status) {
        return of(Kind.EXECUTED_ERROR_SAVED, status, Duration.ZERO);
    }

    public Fault times(int count) {
        return new Fault(kind, status, delay, count, pathPart, key);
    }

    /** Restricts the fault to requests whose path contains the text, for example {@code "/confirm"}. */
    public Fault on(String part) {
        return new Fault(kind, status, delay, times, part, key);
    }

    /** Restricts the fault to requests with this idempotency key. */
    public Fault under(String idempotencyKey) {
        return new Fault(kind, status, delay, times, pathPart, idempotencyKey);
    }

    boolean matches(StripeCall call) {
        return call.path().contains(pathPart) && (key.isEmpty() || key.equals(call.idempotencyKey()));
    }
}
