package com.ticketing.common.events;

/** A paid order was refunded; {@code relisted} says whether its ticket is for sale again. */
public record OrderRefunded(
        String id, long version, OrderStatus status, String userId, TicketReference ticket, boolean relisted)
        implements Event {}
