package com.ticketing.payments.reconciliation;

import com.ticketing.payments.reconciliation.LedgerComparison.Report;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** The operator's command: {@code GET /actuator/reconciliation?from=…&to=…}, the last day by default. */
@Component
@Endpoint(id = "reconciliation")
class ReconciliationEndpoint {

    private static final Duration DAY = Duration.ofDays(1);

    private final LedgerComparison reconciliation;
    private final Clock clock;

    ReconciliationEndpoint(LedgerComparison reconciliation, Clock clock) {
        this.reconciliation = reconciliation;
        this.clock = clock;
    }

    @ReadOperation
    Report compare(@Nullable String from, @Nullable String to) {
        Instant end = to == null ? clock.instant() : instant(to);
        Instant start = from == null ? end.minus(DAY) : instant(from);
        return reconciliation.compare(start, end);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            String message = "from and to are instants, for example 2026-01-31T00:00:00Z";
            throw new InvalidEndpointRequestException(message, message);
        }
    }
}
