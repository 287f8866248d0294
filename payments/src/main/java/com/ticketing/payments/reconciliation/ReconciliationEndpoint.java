package com.ticketing.payments.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/**
 * The actuator endpoint of the reconciliation report: {@code GET /actuator/reconciliation?from=…&to=…}, by default for
 * the last 24 hours.
 */
@Component
@Endpoint(id = "reconciliation")
class ReconciliationEndpoint {

    private static final Duration DEFAULT_PERIOD = Duration.ofDays(1);

    private final ReconciliationReports reports;
    private final Clock clock;

    ReconciliationEndpoint(ReconciliationReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @ReadOperation
    ReconciliationReport compare(@Nullable String from, @Nullable String to) {
        Instant end = to == null ? clock.instant() : instant(to);
        Instant start = from == null ? end.minus(DEFAULT_PERIOD) : instant(from);
        return reports.compare(start, end);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            String message = "from and to must be instants, for example 2026-01-31T00:00:00Z";
            throw new InvalidEndpointRequestException(message, message);
        }
    }
}
