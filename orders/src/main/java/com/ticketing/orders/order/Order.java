package com.ticketing.orders.order;

import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderRefunded;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.Prices;
import com.ticketing.common.events.TicketReference;
import com.ticketing.common.persistence.Aggregate;
import com.ticketing.orders.ticket.Ticket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;

/**
 * One person's hold of one ticket: created, then complete or cancelled; a complete one may be refunded.
 *
 * <p>{@code activeTicketId} is present exactly while nobody else may have the ticket; its sparse unique index is what
 * makes a second such order impossible.
 */
@Document("orders")
@SuppressWarnings("UnusedVariable") // some fields are read by the database alone
class Order extends Aggregate {

    static final String ACTIVE_TICKET = "activeTicketId";
    static final String HOLD_SLOT = "holdSlot";

    private final String userId;
    private final Instant expiresAt;
    private final TicketSnapshot ticket;
    private OrderStatus status;

    @Field(ACTIVE_TICKET)
    private @Nullable String activeTicketId;

    /** One of the person's numbered places for holds, where their number is limited. */
    @Field(HOLD_SLOT)
    private @Nullable String holdSlot;

    private @Nullable Refund refund;

    @PersistenceCreator
    private Order(
            String id,
            String userId,
            Instant expiresAt,
            TicketSnapshot ticket,
            OrderStatus status,
            @Nullable String activeTicketId,
            @Nullable String holdSlot,
            @Nullable Refund refund) {
        super(id);
        this.userId = userId;
        this.expiresAt = expiresAt;
        this.ticket = ticket;
        this.status = status;
        this.activeTicketId = activeTicketId;
        this.holdSlot = holdSlot;
        this.refund = refund;
    }

    static Order place(String userId, Ticket ticket, Instant expiresAt, @Nullable String holdSlot) {
        TicketSnapshot snapshot =
                new TicketSnapshot(ticket.id(), ticket.title(), ticket.price(), ticket.version(), ticket.userId());
        Order order = new Order(
                new ObjectId().toHexString(),
                userId,
                expiresAt,
                snapshot,
                OrderStatus.CREATED,
                ticket.id(),
                holdSlot,
                null);
        order.raise(new OrderCreated(
                order.id(),
                order.nextVersion(),
                order.status,
                userId,
                expiresAt,
                new OrderCreated.Ticket(ticket.id(), ticket.price(), ticket.userId())));
        return order;
    }

    /** Ends the hold without a sale. */
    void cancel() {
        require(isHold(), "be cancelled");
        status = OrderStatus.CANCELLED;
        release();
        raiseCancelled();
    }

    /** Ends the hold with a sale. The ticket stays taken. */
    void complete() {
        require(isHold(), "be completed");
        status = OrderStatus.COMPLETE;
        holdSlot = null;
        raise(new OrderCompleted(id(), nextVersion(), status, userId, new TicketReference(ticket.id())));
    }

    /**
     * The money of a sale went back. This may be heard before the payment itself was, so it ends a hold as well.
     *
     * @param relist whether the ticket is for sale again
     */
    void refund(Refund given, boolean relist) {
        require(isHold() || status == OrderStatus.COMPLETE, "be refunded");
        status = OrderStatus.REFUNDED;
        refund = given;
        holdSlot = null;
        if (relist) {
            release();
        }
        raise(new OrderRefunded(id(), nextVersion(), status, userId, new TicketReference(ticket.id()), relist));
    }

    /** Money that came after the order was cancelled went back. Told like every change, as the cancelled order's newest version. */
    void noteLateRefund(Refund given) {
        require(status == OrderStatus.CANCELLED && refund == null, "note a late refund");
        refund = given;
        raiseCancelled();
    }

    private void release() {
        activeTicketId = null;
        holdSlot = null;
    }

    private void raiseCancelled() {
        raise(new OrderCancelled(id(), nextVersion(), status, userId, new TicketReference(ticket.id())));
    }

    private void require(boolean allowed, String verb) {
        if (!allowed) {
            throw new IllegalStateException("Order " + id() + " is " + status + " and cannot " + verb);
        }
    }

    /** Whether it keeps the ticket for its buyer without having been paid. */
    boolean isHold() {
        return status.isHold();
    }

    boolean isPlacedBy(String person) {
        return userId.equals(person);
    }

    OrderStatus status() {
        return status;
    }

    String userId() {
        return userId;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    TicketSnapshot ticket() {
        return ticket;
    }

    Optional<Refund> refund() {
        return Optional.ofNullable(refund);
    }

    /** The ticket as it was when the order was placed; its price is the one that is charged. */
    record TicketSnapshot(
            String id,
            String title,
            @Field(targetType = FieldType.DECIMAL128) BigDecimal price,
            long version,
            String userId) {
        TicketSnapshot {
            price = Prices.canonical(price);
        }
    }

    /** Money that went back, and when this service heard of it. */
    record Refund(String stripeId, Instant at) {}
}
