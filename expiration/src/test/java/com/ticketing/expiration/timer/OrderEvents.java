package com.ticketing.expiration.timer;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.TicketReference;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The events that the orders service publishes for one order. */
record OrderEvents(String id, Instant expiresAt) {

    private static final String TICKET = SignedIn.newId();
    private static final String BUYER = SignedIn.newId();

    static OrderEvents expiringAt(Instant time) {
        return new OrderEvents(SignedIn.newId(), time.truncatedTo(ChronoUnit.MILLIS));
    }

    OrderCreated created() {
        OrderCreated.Ticket ticket = new OrderCreated.Ticket(TICKET, BigDecimal.TEN, null);
        return new OrderCreated(id, 0, OrderStatus.CREATED, BUYER, expiresAt, ticket);
    }

    OrderCancelled cancelled() {
        return new OrderCancelled(id, 1, OrderStatus.CANCELLED, BUYER, new TicketReference(TICKET));
    }

    OrderCompleted completed() {
        return new OrderCompleted(id, 1, OrderStatus.COMPLETE, BUYER, new TicketReference(TICKET));
    }
}
