package com.ticketing.common.tracing;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A span of a trace (W3C Trace Context, level 1). While it is open, the log context contains its {@code traceId} and
 * {@code spanId}. Spans are not measured or exported; they only correlate log lines and events.
 */
public record Trace(String traceId, String spanId) {

    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}.*");
    private static final String TRACE_ID = "traceId";
    private static final String SPAN_ID = "spanId";

    /** Creates a span of the trace in {@code traceparent}, or of a new trace if it is absent or malformed. */
    public static Trace continued(Optional<String> traceparent) {
        String traceId = traceparent
                .map(TRACEPARENT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .filter(id -> !id.equals("0".repeat(32)))
                .orElseGet(() -> randomHex(16));
        return new Trace(traceId, randomHex(8));
    }

    /** Returns the {@code traceparent} of this thread's open span, if there is one. */
    public static Optional<String> currentTraceparent() {
        String traceId = MDC.get(TRACE_ID);
        String spanId = MDC.get(SPAN_ID);
        return traceId == null || spanId == null
                ? Optional.empty()
                : Optional.of(new Trace(traceId, spanId).traceparent());
    }

    /** Opens this span on the current thread. Closing the scope restores the previous one. */
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

    /** Runs the action in this span. */
    public void run(Runnable action) {
        Scope scope = open();
        try {
            action.run();
        } finally {
            scope.close();
        }
    }

    /** An open span; must be closed by the thread that opened it. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    String traceparent() {
        return "00-" + traceId + "-" + spanId + "-01";
    }

    /** Ids need not be unpredictable, only unlikely to repeat. */
    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
