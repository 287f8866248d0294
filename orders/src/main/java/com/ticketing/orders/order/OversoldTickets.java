package com.ticketing.orders.order;

import com.ticketing.common.ids.TimeOrderedIds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Publishes the gauge {@code orders.oversold}: tickets with more than one active order, of which at least one was
 * placed in the last day. The bound keeps the check in proportion to the sales of a day.
 */
@Component
class OversoldTickets implements MeterBinder {

    private static final Duration PERIOD = Duration.ofDays(1);
    private static final int BATCH = 1_000;

    private final Orders orders;
    private final Clock clock;
    private volatile Number count = Double.NaN;

    OversoldTickets(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** Counts again. Until the first count has ended, the gauge is NaN, which means unknown. */
    void check() {
        Set<String> found = new HashSet<>();
        String after = TimeOrderedIds.lowest(clock.instant().minus(PERIOD));
        List<Document> batch = orders.activeAfter(after, BATCH);
        while (!batch.isEmpty()) {
            List<String> tickets = batch.stream()
                    .map(order -> order.getString(Order.TICKET))
                    .distinct()
                    .toList();
            found.addAll(orders.oversold(tickets));
            batch = orders.activeAfter(batch.getLast().getString("_id"), BATCH);
        }
        count = found.size();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("orders.oversold", () -> count)
                .description("Tickets with more than one active order")
                .register(registry);
    }
}
