package com.ticketing.auth.sale;

import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.TicketFacts;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;

/** The content of the emails about a sale. */
record Sale(
        String orderId,
        String ticketId,
        String title,
        @Field(targetType = FieldType.DECIMAL128) BigDecimal price,
        TicketFacts facts) {

    Sale {
        facts = facts == null ? TicketFacts.NONE : facts;
    }

    /** Returns the sale; empty if the event's producer does not state it. */
    static Optional<Sale> of(OrderCompleted event) {
        OrderCompleted.Ticket ticket = event.ticket();
        return ticket.title() == null || ticket.price() == null
                ? Optional.empty()
                : Optional.of(new Sale(event.id(), ticket.id(), ticket.title(), ticket.price(), ticket.facts()));
    }
}
