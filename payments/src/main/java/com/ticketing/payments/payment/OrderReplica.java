package com.ticketing.payments.payment;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderRefunded;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.OrderUsed;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;

/**
 * This service's replica of an order. Events carry different parts of an order and arrive in any order: {@link #merge}
 * takes the status from the newest event, and the parts that never change from any event that has them.
 */
public record OrderReplica(
        long version,
        OrderStatus status,
        @Nullable @Field("userId") String buyerId,
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

    /** Does not read the event's status, which the course's orders service omits. */
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

    public static OrderReplica of(OrderUsed event) {
        return partial(
                event.version(), event.status(), event.buyerId(), event.ticket().id());
    }

    private static OrderReplica partial(long version, OrderStatus status, @Nullable String buyerId, String ticketId) {
        return new OrderReplica(version, status, buyerId, null, null, ticketId, null);
    }

    /** Returns the state after both. The result does not depend on which of them came first. */
    public OrderReplica merge(OrderReplica other) {
        boolean newer = other.version > version;
        return new OrderReplica(
                newer ? other.version : version,
                newer ? other.status : status,
                buyerId != null ? buyerId : other.buyerId,
                price != null ? price : other.price,
                expiresAt != null ? expiresAt : other.expiresAt,
                ticketId,
                sellerId != null ? sellerId : other.sellerId);
    }

    public boolean isCancelled() {
        return status == OrderStatus.CANCELLED;
    }

    /** Returns whether the order has ended, in any way, so that nothing may be charged for it any more. */
    public boolean isOver() {
        return !status.isHold();
    }

    public boolean isHeldAt(Instant now) {
        return status.isHold() && expiresAt != null && now.isBefore(expiresAt);
    }

    public boolean isBuyer(String userId) {
        return userId.equals(buyerId);
    }

    public boolean isSeller(String userId) {
        return userId.equals(sellerId);
    }
}
