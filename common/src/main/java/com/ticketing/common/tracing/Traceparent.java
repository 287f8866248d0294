package com.ticketing.common.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Converts between the {@code traceparent} of W3C Trace Context, level 1, and OpenTelemetry's context. */
public final class Traceparent {

    private static final String FIELD = "traceparent";
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private static final TextMapGetter<String> VALUE = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(FIELD);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
            return key.equals(FIELD) ? traceparent : null;
        }
    };

    private Traceparent() {}

    /** Returns the {@code traceparent} of this thread's current span, if there is one. */
    public static Optional<String> current() {
        return Span.current().getSpanContext().isValid() ? Optional.of(of(Context.current())) : Optional.empty();
    }

    private static String of(Context context) {
        AtomicReference<String> written = new AtomicReference<>("");
        W3C.inject(context, written, (carrier, key, value) -> {
            if (carrier != null && key.equals(FIELD)) {
                carrier.set(value);
            }
        });
        return written.get();
    }

    /** Returns a context with the remote span, or an empty one if the value is absent or malformed. */
    static Context read(Optional<String> traceparent) {
        return traceparent
                .map(value -> W3C.extract(Context.root(), value, VALUE))
                .orElseGet(Context::root);
    }
}
