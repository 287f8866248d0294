package com.ticketing.tickets.ticket;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * The sold tickets without a delivery whose event has started. Their index contains only tickets that wait for a
 * delivery: an order without a buyer is a hold, or was refunded and keeps its ticket.
 */
final class OverdueDeliveries {

    static final String INDEX = "overdue_deliveries";

    private OverdueDeliveries() {}

    static IndexDefinition index() {
        return new Index()
                .on(Ticket.GROUP, Direction.ASC)
                .on(Ticket.LISTED_UNTIL, Direction.ASC)
                .on("_id", Direction.ASC)
                .named(INDEX)
                .partial(PartialIndexFilter.of(awaited()));
    }

    /** A ticket without a known start, or whose start an older version has not stored, is never overdue. */
    static Criteria at(Instant now) {
        return awaited().and(Ticket.LISTED_UNTIL).lte(now);
    }

    private static Criteria awaited() {
        return where(Ticket.GROUP)
                .is(ListingGroup.SOLD.name())
                .and(Ticket.ORDERS + "." + OrderState.BUYER)
                .exists(true);
    }
}
