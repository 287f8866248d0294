package com.ticketing.tickets.ticket;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderRefunded;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.TicketReference;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import java.time.Instant;

/** The events that the orders service publishes for one order. */
record OrderEvents(String order, String buyer, TicketReference ticket) {

    /** Creates the events of a new order, whose id is greater than those of earlier orders. */
    static OrderEvents of(String ticketId) {
        return new OrderEvents(TimeOrderedIds.next(), SignedIn.newId(), new TicketReference(ticketId));
    }

    OrderCreated created() {
        return new OrderCreated(
                order,
                0,
                OrderStatus.CREATED,
                buyer,
                Instant.parse("2030-01-01T12:00:00Z"),
                new OrderCreated.Ticket(ticket.id(), BigDecimal.TEN, null));
    }

    OrderCancelled cancelled() {
        return new OrderCancelled(order, 1, OrderStatus.CANCELLED, buyer, ticket);
    }

    OrderCompleted completed() {
        return new OrderCompleted(order, 1, OrderStatus.COMPLETE, buyer, ticket);
    }

    OrderRefunded refunded(boolean relisted) {
        return new OrderRefunded(order, 2, OrderStatus.REFUNDED, buyer, ticket, relisted);
    }
}
