package com.ticketing.payments.payment;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderRefunded;
import com.ticketing.common.events.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;

/**
 * What this service knows of an order. An event may tell only a part, and a later version may come before an earlier
 * one: what never changes is taken from whichever event tells it, the status from the newest.
 */
record Order(
        long version,
        OrderStatus status,
        @Nullable String userId,
        @Nullable @Field(targetType = FieldType.DECIMAL128) BigDecimal price,
        @Nullable Instant expiresAt,
        String ticketId,
        @Nullable String sellerId) {

    static Order of(OrderCreated event) {
        OrderCreated.Ticket ticket = event.ticket();
        return new Order(
                event.version(),
                event.status(),
                event.buyerId(),
                ticket.price(),
                event.expiresAt(),
                ticket.id(),
                ticket.sellerId());
    }

    static Order of(OrderCancelled event) {
        return partial(
                event.version(),
                OrderStatus.CANCELLED,
                event.buyerId(),
                event.ticket().id());
    }

    static Order of(OrderCompleted event) {
        return partial(
                event.version(), event.status(), event.buyerId(), event.ticket().id());
    }

    static Order of(OrderRefunded event) {
        return partial(
                event.version(), event.status(), event.buyerId(), event.ticket().id());
    }

    private static Order partial(long version, OrderStatus status, @Nullable String userId, String ticketId) {
        return new Order(version, status, userId, null, null, ticketId, null);
    }

    Order merge(Order other) {
        boolean newer = other.version > version;
        return new Order(
                newer ? other.version : version,
                newer ? other.status : status,
                userId != null ? userId : other.userId,
                price != null ? price : other.price,
                expiresAt != null ? expiresAt : other.expiresAt,
                ticketId,
                sellerId != null ? sellerId : other.sellerId);
    }

    boolean isCancelled() {
        return status == OrderStatus.CANCELLED;
    }

    /** Whether it ended, in whatever way: nothing more is to be charged for it. */
    boolean isOver() {
        return !status.isHold();
    }

    boolean isHeldAt(Instant now) {
        return status.isHold() && expiresAt != null && now.isBefore(expiresAt);
    }

    boolean isBuyer(String person) {
        return person.equals(userId);
    }
}
