package com.ticketing.testsupport.servers;

import java.time.Duration;

/**
 * Something that goes wrong with the next requests to a {@link StripeStandIn}.
 *
 * @param pathPart only requests whose path holds this
 */
public record Fault(Kind kind, int status, Duration delay, int times, String pathPart) {

    /** What goes wrong. */
    public enum Kind {
        /** Refused with an error status; nothing has happened. */
        REFUSED,
        /** It has happened, and then the connection is cut before the answer. */
        ANSWER_LOST,
        /** It has happened, and the answer comes late. */
        ANSWER_LATE
    }

    public static Fault status(int status) {
        return new Fault(Kind.REFUSED, status, Duration.ZERO, 1, "");
    }

    /** Java's HttpURLConnection repeats such a request once by itself, which uses up one more of {@link #times}. */
    public static Fault answerLost() {
        return new Fault(Kind.ANSWER_LOST, 0, Duration.ZERO, 1, "");
    }

    public static Fault answerLate(Duration delay) {
        return new Fault(Kind.ANSWER_LATE, 0, delay, 1, "");
    }

    public Fault times(int count) {
        return new Fault(kind, status, delay, count, pathPart);
    }

    /** For example {@code on("/confirm")}. */
    public Fault on(String part) {
        return new Fault(kind, status, delay, times, part);
    }
}
