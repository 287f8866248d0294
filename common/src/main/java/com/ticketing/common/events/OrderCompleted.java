package com.ticketing.common.events;

/** An order was paid and its ticket is sold. */
public record OrderCompleted(String id, long version, OrderStatus status, String userId, TicketReference ticket)
        implements Event {}
