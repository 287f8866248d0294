package com.ticketing.orders.order;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderRefunded;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.OrderUsed;
import com.ticketing.common.events.Prices;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.events.TicketReference;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.persistence.Aggregate;
import com.ticketing.orders.ticket.TicketReplica;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/**
 * A buyer's hold of one ticket. It is created, then complete or cancelled; a complete order may be refunded.
 *
 * <p>{@code occupancy} is {@code active} exactly while no other order may hold the ticket, and the order's own id
 * afterwards. Its unique index with {@code ticketId} makes a second active order impossible. Both repeat other fields,
 * because an index needs stored fields, see ADR 40.
 */
@Document("orders")
@Sharded(shardKey = Order.TICKET, shardingStrategy = ShardingStrategy.HASH, immutableKey = true)
@SuppressWarnings("UnusedVariable") // only the database reads some fields
class Order extends Aggregate {

    static final String TICKET = "ticketId";
    static final String OCCUPANCY = "occupancy";

    /** The occupancy of an active order. */
    static final String ACTIVE = "active";

    /** Present while the order is active. Later versions drop its index and then the field. */
    static final String ACTIVE_TICKET = "activeTicketId";

    static final String HOLD_NUMBER = "holdSlot";

    static final String REHOLD_KEY = "reholdKey";

    @Field("userId")
    private final String buyerId;

    private final Instant expiresAt;
    private final TicketSnapshot ticket;
    private OrderStatus status;

    @Field(TICKET)
    private String ticketId;

    @Field(OCCUPANCY)
    private String occupancy;

    @Field(ACTIVE_TICKET)
    private @Nullable String activeTicketId;

    /** The number that counts against the hold limit, see {@link HoldLimit}. */
    @Field(HOLD_NUMBER)
    private @Nullable String holdNumber;

    /** Keeps the buyer from holding the ticket again; absent once it is paid, see {@link ReholdPause}. */
    @Field(REHOLD_KEY)
    private @Nullable String reholdKey;

    /** When the hold ended with a sale. Orders of earlier versions do not have it. */
    private @Nullable Instant completedAt;

    /** When the hold ended without a sale. Orders of the previous version do not have it. */
    private @Nullable Instant endedAt;

    private @Nullable Refund refund;

    /** The use of the pass of a sale. */
    private @Nullable Use use;

    /** The Stripe id of a payment that arrived after the cancellation. */
    private @Nullable String latePayment;

    /** @param occupancy the stored occupancy; ignored, because the previous version does not update it */
    @PersistenceCreator
    private Order(
            String id,
            String buyerId,
            Instant expiresAt,
            TicketSnapshot ticket,
            OrderStatus status,
            @Nullable String activeTicketId,
            @Nullable String occupancy,
            @Nullable String holdNumber,
            @Nullable Refund refund) {
        super(id);
        this.buyerId = buyerId;
        this.expiresAt = expiresAt;
        this.ticket = ticket;
        this.status = status;
        this.ticketId = ticket.id();
        this.activeTicketId = activeTicketId;
        this.occupancy = occupancy(id, activeTicketId);
        this.holdNumber = holdNumber;
        this.refund = refund;
    }

    static Order place(
            String id, String buyerId, TicketReplica ticket, Instant expiresAt, @Nullable String holdNumber) {
        TicketSnapshot snapshot = new TicketSnapshot(
                ticket.id(), ticket.title(), ticket.price(), ticket.version(), ticket.sellerId(), ticket.facts());
        Order order =
                new Order(id, buyerId, expiresAt, snapshot, OrderStatus.CREATED, ticket.id(), ACTIVE, holdNumber, null);
        order.reholdKey = reholdKey(ticket.id(), buyerId);
        order.raise(order.state(order.nextVersion()));
        return order;
    }

    /** Ends the hold without a sale. */
    void cancel(Instant at) {
        require(isHold(), "be cancelled");
        status = OrderStatus.CANCELLED;
        endedAt = at;
        release();
        raise(state(nextVersion()));
    }

    /** Ends the hold with a sale. The order stays active, so that the ticket cannot be ordered again. */
    void complete(Instant at) {
        require(isHold(), "be completed");
        status = OrderStatus.COMPLETE;
        completedAt = at.truncatedTo(ChronoUnit.MILLIS);
        holdNumber = null;
        reholdKey = null;
        raise(state(nextVersion()));
    }

    /**
     * Records the refund of a sale. The refund's event may arrive before the payment's, so it also ends a hold.
     *
     * @param relist whether the ticket goes back on sale
     */
    void refund(Refund newRefund, boolean relist) {
        require(isHold() || status == OrderStatus.COMPLETE, "be refunded");
        status = OrderStatus.REFUNDED;
        refund = newRefund;
        holdNumber = null;
        reholdKey = null;
        if (relist) {
            release();
        }
        raise(state(nextVersion()));
    }

    /** Puts the ticket of a refunded order back on sale. */
    void relist() {
        require(status == OrderStatus.REFUNDED && isActive(), "be relisted");
        release();
        raise(state(nextVersion()));
    }

    /** Records that the pass of a sale was used, which happens once. */
    void use(Use newUse) {
        require(status == OrderStatus.COMPLETE && use == null, "be used");
        use = newUse;
        raise(used(nextVersion(), newUse));
    }

    private Event used(long version, Use pass) {
        return new OrderUsed(id(), version, status, buyerId, new TicketReference(ticket.id()), pass.at());
    }

    /**
     * Records a payment that arrived after the cancellation. It is published as the next version of the cancelled
     * order, which makes the payments service refund the charge, even if the first {@code order:cancelled} was lost.
     */
    void recordLatePayment(String stripeId) {
        require(status == OrderStatus.CANCELLED && !knowsLatePayment(), "record a late payment");
        latePayment = stripeId;
        raise(state(nextVersion()));
    }

    /** Returns whether a late payment was recorded, or its refund, which may arrive first. */
    boolean knowsLatePayment() {
        return latePayment != null || refund != null;
    }

    /**
     * Records the refund of a payment that arrived after the cancellation. It is published as the next version of the
     * cancelled order.
     */
    void recordLateRefund(Refund newRefund) {
        require(status == OrderStatus.CANCELLED && refund == null, "record a late refund");
        refund = newRefund;
        raise(state(nextVersion()));
    }

    private void release() {
        activeTicketId = null;
        occupancy = id();
        holdNumber = null;
    }

    /** Returns the key that at most one order of the buyer for the ticket has. */
    static String reholdKey(String ticketId, String buyerId) {
        return ticketId + "#" + buyerId;
    }

    /** Returns the occupancy that belongs to the field of the previous version. */
    static String occupancy(String id, @Nullable String activeTicketId) {
        return activeTicketId == null ? id : ACTIVE;
    }

    @Override
    protected void raiseCurrentState() {
        raise(state(version()));
        if (use != null && status == OrderStatus.COMPLETE) {
            raise(used(version(), use));
        }
    }

    private Event state(long version) {
        TicketReference reference = new TicketReference(ticket.id());
        return switch (status) {
            case CREATED, AWAITING_PAYMENT ->
                new OrderCreated(
                        id(),
                        version,
                        status,
                        buyerId,
                        expiresAt,
                        new OrderCreated.Ticket(ticket.id(), ticket.price(), ticket.sellerId()));
            case CANCELLED -> new OrderCancelled(id(), version, status, buyerId, reference);
            case COMPLETE -> new OrderCompleted(id(), version, status, buyerId, ticket.sold(), completedAt);
            case REFUNDED -> new OrderRefunded(id(), version, status, buyerId, reference, !isActive());
        };
    }

    private void require(boolean allowed, String verb) {
        if (!allowed) {
            throw new IllegalStateException("Order " + id() + " is " + status + " and cannot " + verb);
        }
    }

    /** Returns whether the order keeps the ticket for its buyer and is not paid. */
    boolean isHold() {
        return status.isHold();
    }

    /** Returns whether the order keeps the ticket from other buyers: it is a hold or a sale. */
    boolean isActive() {
        return occupancy.equals(ACTIVE);
    }

    /** Returns whether the hold has expired, so that it may end at any time. */
    boolean isOverdueAt(Instant now) {
        return isHold() && !now.isBefore(expiresAt);
    }

    /** Returns when the hold ended without a sale, if it did and the time is known. */
    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Returns when the order was placed, in seconds; empty for an id of another form. */
    Optional<Instant> placedAt() {
        return TimeOrderedIds.time(id());
    }

    boolean isPlacedBy(String userId) {
        return buyerId.equals(userId);
    }

    OrderStatus status() {
        return status;
    }

    String buyerId() {
        return buyerId;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    TicketSnapshot ticket() {
        return ticket;
    }

    Optional<Use> use() {
        return Optional.ofNullable(use);
    }

    Optional<Refund> refund() {
        return Optional.ofNullable(refund);
    }

    /** The ticket when the order was placed. Its price is the price that is charged. */
    record TicketSnapshot(
            String id,
            String title,
            @Field(targetType = FieldType.DECIMAL128) BigDecimal price,
            long version,
            @Field("userId") String sellerId,
            TicketFacts facts) {
        TicketSnapshot {
            price = Prices.canonical(price);
            facts = facts == null ? TicketFacts.NONE : facts;
        }

        private OrderCompleted.Ticket sold() {
            return new OrderCompleted.Ticket(id, title, price, sellerId, facts);
        }
    }

    /**
     * The use of a pass.
     *
     * @param nonce names the request, so that a repeated request of the same scanner gets the same answer
     */
    record Use(Instant at, String scannerId, String nonce) {}

    /** A refund at Stripe, and when this service received its event. */
    record Refund(String stripeId, Instant at) {}
}
