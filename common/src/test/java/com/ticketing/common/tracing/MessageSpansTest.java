package com.ticketing.common.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.events.Subject;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSpansTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String SAMPLED = "00-" + TRACE + "-" + SPAN + "-01";

    private final RecordedSpans recorded = new RecordedSpans();
    private final MessageSpans spans = new MessageSpans(recorded.openTelemetry());

    @Test
    void aConsumerContinuesTheTraceOfTheEvent() {
        AtomicReference<Optional<String>> raised = new AtomicReference<>(Optional.empty());

        MessageSpans.run(
                spans.consume(Subject.EXPIRATION_COMPLETE, event(SAMPLED)), () -> raised.set(Traceparent.current()));

        SpanData span = onlySpan();
        assertThat(span.getName()).isEqualTo("process expiration:complete");
        assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(SPAN);
        assertThat(span.getAttributes().asMap()).hasSize(3);
        assertThat(raised.get()).hasValue("00-" + TRACE + "-" + span.getSpanId() + "-01");
        assertThat(Traceparent.current()).isEmpty();
    }

    @Test
    void aPublicationIsAChildOfTheSpanThatRaisedTheEvent() {
        spans.publish(Subject.EXPIRATION_COMPLETE, event(SAMPLED)).end();

        SpanData span = onlySpan();
        assertThat(span.getName()).isEqualTo("publish expiration:complete");
        assertThat(span.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(span.getParentSpanId()).isEqualTo(SPAN);
    }

    @Test
    void anUnsampledTraceContinuesWithoutARecord() {
        AtomicReference<Optional<String>> raised = new AtomicReference<>(Optional.empty());

        MessageSpans.run(
                spans.consume(Subject.EXPIRATION_COMPLETE, event("00-" + TRACE + "-" + SPAN + "-00")),
                () -> raised.set(Traceparent.current()));

        assertThat(raised.get().orElseThrow()).startsWith("00-" + TRACE + "-").endsWith("-00");
        assertThat(recorded.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + TRACE + "-short-01"
            })
    void anEventWithAnUnusableContextBeginsATrace(String traceparent) {
        spans.consume(Subject.EXPIRATION_COMPLETE, event(traceparent)).end();

        assertThat(onlySpan().getTraceId()).isNotEqualTo(TRACE);
        assertThat(onlySpan().getParentSpanId()).isEqualTo(SpanId.getInvalid());
    }

    @Test
    void aFailureIsRecordedAndThrown() {
        Span span = spans.consume(Subject.EXPIRATION_COMPLETE, event(null));

        assertThatThrownBy(() -> MessageSpans.run(span, () -> {
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");

        assertThat(onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(onlySpan().getStatus().getDescription()).contains("planted");
    }

    @Test
    void aBroadcastRunsInTheTraceWithoutASpan() {
        AtomicReference<Optional<String>> seen = new AtomicReference<>(Optional.empty());

        MessageSpans.runInTraceOf(event(SAMPLED), () -> seen.set(Traceparent.current()));

        assertThat(seen.get()).hasValue(SAMPLED);
        assertThat(recorded.all()).isEmpty();
    }

    private SpanData onlySpan() {
        assertThat(recorded.all()).hasSize(1);
        return recorded.all().getFirst();
    }

    private static String event(@Nullable String traceparent) {
        return EventJson.write(new ExpirationComplete("5f0000000000000000000001"), traceparent);
    }
}
