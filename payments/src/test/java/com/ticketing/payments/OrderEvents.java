package com.ticketing.payments;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderRefunded;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.OrderUsed;
import com.ticketing.common.events.TicketReference;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The events that the orders service publishes about one order. */
public record OrderEvents(
        String id, String buyer, String seller, String ticketId, BigDecimal price, Instant expiresAt) {

    public static OrderEvents priced(String price) {
        return new OrderEvents(
                SignedIn.newId(),
                SignedIn.newId(),
                SignedIn.newId(),
                SignedIn.newId(),
                new BigDecimal(price),
                Instant.now().plus(Duration.ofMinutes(15)).truncatedTo(ChronoUnit.MILLIS));
    }

    public OrderEvents expiringAt(Instant at) {
        return new OrderEvents(id, buyer, seller, ticketId, price, at);
    }

    public OrderEvents boughtBy(String buyerId) {
        return new OrderEvents(id, buyerId, seller, ticketId, price, expiresAt);
    }

    public OrderCreated created() {
        return new OrderCreated(
                id, 0, OrderStatus.CREATED, buyer, expiresAt, new OrderCreated.Ticket(ticketId, price, seller));
    }

    public OrderCancelled cancelled() {
        return cancelled(1);
    }

    /** The orders service publishes a cancellation again when a payment for it arrives. */
    public OrderCancelled cancelledAgain() {
        return cancelled(2);
    }

    private OrderCancelled cancelled(long version) {
        return new OrderCancelled(id, version, OrderStatus.CANCELLED, buyer, new TicketReference(ticketId));
    }

    public OrderCompleted completed() {
        return new OrderCompleted(id, 1, OrderStatus.COMPLETE, buyer, new TicketReference(ticketId));
    }

    public OrderUsed used() {
        return new OrderUsed(
                id, 2, OrderStatus.COMPLETE, buyer, new TicketReference(ticketId), expiresAt.plus(Duration.ofDays(1)));
    }

    public OrderRefunded refunded(boolean relisted) {
        return new OrderRefunded(id, 2, OrderStatus.REFUNDED, buyer, new TicketReference(ticketId), relisted);
    }
}
