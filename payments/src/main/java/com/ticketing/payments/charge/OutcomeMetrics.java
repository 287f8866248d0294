package com.ticketing.payments.charge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts the stored outcomes of attempts as {@code payments.outcomes}, by {@code outcome}. */
@Component
class OutcomeMetrics {

    /** The values of the tag, in lower case. */
    enum Outcome {
        SUCCEEDED,
        DECLINED,
        ACTION_REQUIRED,
        CANCELLED,
        UNKNOWN
    }

    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

    OutcomeMetrics(MeterRegistry meters) {
        for (Outcome outcome : Outcome.values()) {
            Counter counter = Counter.builder("payments.outcomes")
                    .description("Outcomes of attempts to pay")
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .register(meters);
            counters.put(outcome, counter);
        }
    }

    void count(Outcome outcome) {
        Objects.requireNonNull(counters.get(outcome)).increment();
    }

    /** Counts an outcome that has changed the payment's status. */
    void count(ChargeOutcome outcome) {
        switch (outcome) {
            case ChargeOutcome.Succeeded unused -> count(Outcome.SUCCEEDED);
            case ChargeOutcome.Cancelled unused -> count(Outcome.CANCELLED);
            case ChargeOutcome.ActionRequired unused -> count(Outcome.ACTION_REQUIRED);
            case ChargeOutcome.Declined unused -> count(Outcome.DECLINED);
            case ChargeOutcome.RefundedExternally unused -> {}
            case ChargeOutcome.AlreadyFinal unused -> {}
            case ChargeOutcome.Unchanged unused -> {}
        }
    }
}
