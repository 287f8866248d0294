package com.ticketing.stripe;

import java.time.Duration;

/**
 * Something that goes wrong with the next requests to a {@link StripeStandIn}.
 *
 * @param pathPart only requests whose path holds this
 * @param key only requests under this idempotency key; empty means any request, with or without a key
 */
public record Fault(Kind kind, int status, Duration delay, int times, String pathPart, String key) {

    /** What goes wrong. */
    public enum Kind {
        /** Refused with an error status; nothing has happened. */
        REFUSED,
        /** The connection is cut and nothing has happened. */
        REQUEST_LOST,
        /** Carried out so late that whoever asked has given up by then. */
        REQUEST_LATE,
        /** It has happened, and then the connection is cut before the answer. */
        ANSWER_LOST,
        /** It has happened, and the answer comes late. */
        ANSWER_LATE;

        boolean isCut() {
            return this == REQUEST_LOST || this == ANSWER_LOST;
        }
    }

    private static Fault of(Kind kind, int status, Duration delay) {
        return new Fault(kind, status, delay, 1, "", "");
    }

    public static Fault status(int status) {
        return of(Kind.REFUSED, status, Duration.ZERO);
    }

    /** Java's HttpURLConnection repeats such a request once by itself, which uses up one more of {@link #times}. */
    public static Fault requestLost() {
        return of(Kind.REQUEST_LOST, 0, Duration.ZERO);
    }

    public static Fault requestLate(Duration delay) {
        return of(Kind.REQUEST_LATE, 0, delay);
    }

    /** Java's HttpURLConnection repeats such a request once by itself, which uses up one more of {@link #times}. */
    public static Fault answerLost() {
        return of(Kind.ANSWER_LOST, 0, Duration.ZERO);
    }

    public static Fault answerLate(Duration delay) {
        return of(Kind.ANSWER_LATE, 0, delay);
    }

    public Fault times(int count) {
        return new Fault(kind, status, delay, count, pathPart, key);
    }

    /** For example {@code on("/confirm")}. */
    public Fault on(String part) {
        return new Fault(kind, status, delay, times, part, key);
    }

    /** Only on requests under this idempotency key. */
    public Fault under(String idempotencyKey) {
        return new Fault(kind, status, delay, times, pathPart, idempotencyKey);
    }

    boolean meets(StripeCall call) {
        return call.path().contains(pathPart) && (key.isEmpty() || key.equals(call.idempotencyKey()));
    }
}
