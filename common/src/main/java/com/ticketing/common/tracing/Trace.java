package com.ticketing.common.tracing;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A step of a trace as W3C Trace Context (level 1) writes it. While a step runs, its ids stand in the log context as
 * {@code traceId} and {@code spanId}. Nothing is measured or exported: this only ties log lines and events together.
 */
public record Trace(String traceId, String spanId) {

    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}.*");
    private static final String TRACE_ID = "traceId";
    private static final String SPAN_ID = "spanId";

    /** A new step of the trace that the given {@code traceparent} names, or of a new trace if there is none or it is malformed. */
    public static Trace continued(Optional<String> traceparent) {
        String traceId = traceparent
                .map(TRACEPARENT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .filter(id -> !id.equals("0".repeat(32)))
                .orElseGet(() -> randomHex(16));
        return new Trace(traceId, randomHex(8));
    }

    /** The {@code traceparent} of the step that runs on this thread, if one does. */
    public static Optional<String> currentTraceparent() {
        String traceId = MDC.get(TRACE_ID);
        String spanId = MDC.get(SPAN_ID);
        return traceId == null || spanId == null
                ? Optional.empty()
                : Optional.of(new Trace(traceId, spanId).traceparent());
    }

    /** Makes this the step that runs on this thread, until the scope is closed; then it is again the one that was before. */
    public Scope open() {
        String outerTraceId = MDC.get(TRACE_ID);
        String outerSpanId = MDC.get(SPAN_ID);
        put(traceId, spanId);
        return () -> put(outerTraceId, outerSpanId);
    }

    private static void put(@Nullable String traceId, @Nullable String spanId) {
        if (traceId == null || spanId == null) {
            MDC.remove(TRACE_ID);
            MDC.remove(SPAN_ID);
        } else {
            MDC.put(TRACE_ID, traceId);
            MDC.put(SPAN_ID, spanId);
        }
    }

    /** Runs the action as this step. */
    public void run(Runnable action) {
        Scope scope = open();
        try {
            action.run();
        } finally {
            scope.close();
        }
    }

    /** Closing it ends the step on the thread that opened it. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    String traceparent() {
        return "00-" + traceId + "-" + spanId + "-01";
    }

    /** Ids need to be unlikely to repeat, not hard to guess. */
    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
