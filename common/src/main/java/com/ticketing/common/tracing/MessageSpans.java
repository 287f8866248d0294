package com.ticketing.common.tracing;

import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.Subject;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * Starts the spans of published and consumed events, as children of the span that an event carries in its
 * {@code traceparent}. NATS Streaming messages have no headers that an instrumentation could use.
 *
 * <p>While a span is current, the log context contains its {@code traceId} and {@code spanId}, even if it is not
 * sampled.
 */
public final class MessageSpans {

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> CHANNEL = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.name");

    private final Tracer tracer;

    public MessageSpans(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("com.ticketing.common.messaging");
    }

    /** Starts the span of a publication from the outbox, a child of the span that raised the event. */
    public Span publish(Subject subject, String json) {
        return start("publish", SpanKind.PRODUCER, subject, json);
    }

    /** Starts the span of the handling of a message. */
    public Span consume(Subject subject, String json) {
        return start("process", SpanKind.CONSUMER, subject, json);
    }

    private Span start(String operation, SpanKind kind, Subject subject, String json) {
        Span span = tracer.spanBuilder(operation + " " + subject.channel())
                .setParent(Traceparent.read(EventJson.traceparent(json)))
                .setSpanKind(kind)
                .startSpan();
        if (span.isRecording()) {
            span.setAttribute(SYSTEM, "nats")
                    .setAttribute(CHANNEL, subject.channel())
                    .setAttribute(OPERATION, operation);
        }
        return span;
    }

    /** Runs the action in the span, and ends it. */
    public static void run(Span span, Runnable action) {
        try {
            runWithin(span, action);
        } catch (RuntimeException | Error e) {
            fail(span, e);
            throw e;
        } finally {
            span.end();
        }
    }

    /** Runs the action in the span, which stays open. */
    public static void runWithin(Span span, Runnable action) {
        Context.current().with(span).wrap(action).run();
    }

    /** Runs the action in the trace that the event carries, without a span of its own. */
    public static void runInTraceOf(String json, Runnable action) {
        Traceparent.read(EventJson.traceparent(json)).wrap(action).run();
    }

    /** Records a failure in the span. */
    public static void fail(Span span, Throwable failure) {
        span.setStatus(StatusCode.ERROR, failure.toString());
    }
}
