package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverdueHoldsTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Orders orders = mock(Orders.class);
    private final OrderService service = mock(OrderService.class);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final OverdueHolds holds = new OverdueHolds(
            orders,
            service,
            new OrderProperties(Duration.ofMinutes(15), GRACE, Duration.ofSeconds(5), 10, Duration.ZERO),
            Clock.fixed(NOW, ZoneOffset.UTC),
            meters);

    @Test
    void countsOnlyTheHoldsThatThisProcessHasCancelled() {
        when(orders.overdue(NOW.minus(GRACE), 100)).thenReturn(List.of("own", "other"));
        when(service.expire("own")).thenReturn(Optional.of(mock(Order.class)));
        when(service.expire("other")).thenReturn(Optional.empty());

        holds.cancelBatch();

        assertThat(meters.counter("orders.overdue.cancelled").count()).isEqualTo(1);
    }
}
