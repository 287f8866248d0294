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
public record OrderReplica(
        long version,
        OrderStatus status,
        @Nullable String userId,
        @Nullable @Field(targetType = FieldType.DECIMAL128) BigDecimal price,
        @Nullable Instant expiresAt,
        String ticketId,
        @Nullable String sellerId) {

    public static OrderReplica of(OrderCreated event) {
        OrderCreated.Ticket ticket = event.ticket();
        return new OrderReplica(
                event.version(),
                event.status(),
                event.buyerId(),
                ticket.price(),
                event.expiresAt(),
                ticket.id(),
                ticket.sellerId());
    }

    public static OrderReplica of(OrderCancelled event) {
        return partial(
                event.version(),
                OrderStatus.CANCELLED,
                event.buyerId(),
                event.ticket().id());
    }

    public static OrderReplica of(OrderCompleted event) {
        return partial(
                event.version(), event.status(), event.buyerId(), event.ticket().id());
    }

    public static OrderReplica of(OrderRefunded event) {
        return partial(
                event.version(), event.status(), event.buyerId(), event.ticket().id());
    }

    private static OrderReplica partial(long version, OrderStatus status, @Nullable String userId, String ticketId) {
        return new OrderReplica(version, status, userId, null, null, ticketId, null);
    }

    public OrderReplica merge(OrderReplica other) {
        boolean newer = other.version > version;
        return new OrderReplica(
                newer ? other.version : version,
                newer ? other.status : status,
                userId != null ? userId : other.userId,
                price != null ? price : other.price,
                expiresAt != null ? expiresAt : other.expiresAt,
                ticketId,
                sellerId != null ? sellerId : other.sellerId);
    }

    public boolean isCancelled() {
        return status == OrderStatus.CANCELLED;
    }

    /** Whether it ended, in whatever way: nothing more is to be charged for it. */
    public boolean isOver() {
        return !status.isHold();
    }

    public boolean isHeldAt(Instant now) {
        return status.isHold() && expiresAt != null && now.isBefore(expiresAt);
    }

    public boolean isBuyer(String person) {
        return person.equals(userId);
    }
}
