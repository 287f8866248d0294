package com.ticketing.common.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class TraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + ID + "-" + SPAN + "-01",
                "00-" + ID + "-" + SPAN + "-00",
                "cc-" + ID + "-" + SPAN + "-01-more"
            })
    void continuesATraceWithANewSpan(String traceparent) {
        Trace trace = Trace.continued(Optional.of(traceparent));
        assertThat(trace.traceId()).isEqualTo(ID);
        assertThat(trace.spanId()).matches("[0-9a-f]{16}").isNotEqualTo(SPAN);
        assertThat(trace.traceparent()).isEqualTo("00-" + ID + "-" + trace.spanId() + "-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + ID + "-short-01"
            })
    void startsANewTraceIfTheHeaderIsAbsentOrMalformed(String traceparent) {
        assertThat(Trace.continued(Optional.of(traceparent)).traceId())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(ID)
                .isNotEqualTo("0".repeat(32));
    }

    @Test
    void startsADifferentTraceEachTime() {
        assertThat(Trace.continued(Optional.empty())).isNotEqualTo(Trace.continued(Optional.empty()));
    }

    @Test
    void isInTheLogContextWhileItIsOpen() {
        Trace outer = Trace.continued(Optional.empty());
        Trace inner = Trace.continued(Optional.empty());
        outer.run(() -> {
            assertThat(Trace.currentTraceparent()).hasValue(outer.traceparent());
            inner.run(() -> {
                assertThat(MDC.get("traceId")).isEqualTo(inner.traceId());
                assertThat(MDC.get("spanId")).isEqualTo(inner.spanId());
            });
            assertThat(Trace.currentTraceparent()).hasValue(outer.traceparent());
        });
        assertThat(Trace.currentTraceparent()).isEmpty();
        assertThat(MDC.get("traceId")).isNull();
    }
}
