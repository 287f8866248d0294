package com.ticketing.orders.order;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.idempotency.RepeatedRequests;
import com.ticketing.common.idempotency.RequestId;
import com.ticketing.common.messaging.RedeliverLaterException;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.orders.OrderError;
import com.ticketing.orders.order.Order.Refund;
import com.ticketing.orders.ticket.TicketCatalog;
import com.ticketing.orders.ticket.TicketReplica;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

@Service
class OrderService {

    /** The maximum time by which the expiration service's clock may be ahead of this service's. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private static final String OPERATION = "place-order";

    /**
     * How long a rejected request keeps its id. A repetition that begins shortly before the end can place its order
     * with the old id after another one has replaced it. The other one is then rejected, because the ticket is held.
     */
    private static final Duration ID_LIFE = Duration.ofMinutes(1);

    private final Orders orders;
    private final TicketCatalog catalog;
    private final HoldLimit limit;
    private final ReholdPause pause;
    private final TicketLocks locks;
    private final RepeatedRequests repeated;
    private final OrderProperties properties;
    private final HoldMetrics metrics;
    private final Clock clock;

    OrderService(
            Orders orders,
            TicketCatalog catalog,
            HoldLimit limit,
            ReholdPause pause,
            TicketLocks locks,
            RepeatedRequests repeated,
            OrderProperties properties,
            HoldMetrics metrics,
            Clock clock) {
        this.orders = orders;
        this.catalog = catalog;
        this.limit = limit;
        this.pause = pause;
        this.locks = locks;
        this.repeated = repeated;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Places an order that holds the ticket. Unique indexes decide among concurrent orders: on the ticket, on the
     * buyer's number of the hold limit, and on the buyer's order of the ticket. An overdue hold of the ticket ends in
     * the same attempt. A request that is repeated with the same key returns the first one's order.
     */
    Order place(String buyerId, PlaceOrderRequest request, @Nullable String idempotencyKey) {
        RequestId id = identify(buyerId, request, idempotencyKey);
        AtomicBoolean first = new AtomicBoolean(true);
        Order order = WriteConflicts.retry(() -> locks.run(request.ticketId(), waited -> {
            Instant now = clock.instant();
            Supplier<@Nullable String> holdNumber =
                    first.getAndSet(false) ? () -> limit.anyNumber(buyerId) : () -> limit.freeNumber(buyerId, now);
            return placeOnce(buyerId, request, id, now, waited, holdNumber);
        }));
        // a ban that was stored meanwhile may have been applied before this order existed
        if (!catalog.mayTrade(buyerId, order.ticket().sellerId())) {
            cancelHold(order.id());
            throw new ApiException(CommonError.NOT_FOUND);
        }
        return order;
    }

    /**
     * Returns the id of the order. A rejected request that is repeated later gets a new id, because tickets ignores an
     * order whose id is lower than those of many later orders (ADR 28).
     */
    private RequestId identify(String buyerId, PlaceOrderRequest request, @Nullable String idempotencyKey) {
        RequestId id = repeated.identify(OPERATION, buyerId, idempotencyKey, request);
        boolean mayBeOutdated =
                id.isRepeated() && id.isOlderThan(clock.instant().minus(ID_LIFE));
        return mayBeOutdated && placedWith(id).isEmpty() ? repeated.renew(OPERATION, buyerId, idempotencyKey, id) : id;
    }

    private Order placeOnce(
            String buyerId,
            PlaceOrderRequest request,
            RequestId id,
            Instant now,
            boolean probablyHasActiveOrder,
            Supplier<@Nullable String> numbers) {
        if (id.isRepeated() || probablyHasActiveOrder) {
            Optional<Order> earlier = placedWith(id);
            if (earlier.isPresent()) {
                return earlier.get();
            }
        }
        TicketReplica ticket =
                catalog.find(request.ticketId()).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
        if (!request.expects(ticket.price())) {
            throw new ApiException(OrderError.PRICE_CHANGED).withCurrent(OrderResponse.TicketResponse.of(ticket));
        }
        if (ticket.sellerId().equals(buyerId)) {
            throw new ApiException(OrderError.OWN_TICKET);
        }
        if (ticket.isHidden()) {
            throw new ApiException(OrderError.TICKET_NOT_FOR_SALE);
        }
        if (ticket.facts().startedBy(now)) {
            throw new ApiException(OrderError.EVENT_STARTED);
        }
        if (probablyHasActiveOrder) {
            rejectIfActive(orders.withActiveTicket(ticket.id()), now);
        }
        Instant expiresAt = now.plus(properties.hold()).truncatedTo(ChronoUnit.MILLIS);
        String holdNumber = numbers.get();
        try {
            Order placed = orders.save(Order.place(id.value(), buyerId, ticket, expiresAt, holdNumber));
            metrics.placed();
            return placed;
        } catch (DuplicateKeyException e) {
            Optional<Order> earlier = placedWith(id);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            cancelOverdueRival(ticket.id(), holdNumber, now);
            pause.end(ticket.id(), buyerId, now);
            // the next attempt finds the ticket or another number free
            throw e;
        }
    }

    /** Returns the order of another request with the same idempotency key. */
    private Optional<Order> placedWith(RequestId id) {
        return id.isShared() ? orders.find(id.value()) : Optional.empty();
    }

    /** Cancels the overdue hold that has the ticket or the hold number. A conflict with another writer is retried. */
    private void cancelOverdueRival(String ticketId, @Nullable String holdNumber, Instant now) {
        Optional<Order> holder = orders.withActiveTicket(ticketId);
        rejectIfActive(holder, now);
        holder.or(() -> Optional.ofNullable(holdNumber).flatMap(orders::withHoldNumber))
                .filter(rival -> rival.isOverdueAt(now))
                .ifPresent(rival -> {
                    saveCancelled(rival, now);
                    metrics.expired(rival);
                });
    }

    private static void rejectIfActive(Optional<Order> holder, Instant now) {
        if (holder.isPresent() && !holder.get().isOverdueAt(now)) {
            throw new ApiException(OrderError.TICKET_RESERVED);
        }
    }

    /** Cancels the user's holds and all holds of tickets that the user sells. */
    void cancelHoldsInvolving(String userId) {
        Keyset.stream(page -> orders.holdsInvolving(userId, page), Order::id).forEach(order -> cancelHold(order.id()));
    }

    /** Cancels the order if it is a hold. */
    void cancelHold(String id) {
        WriteConflicts.retry(() -> orders.find(id).filter(Order::isHold).ifPresent(this::release));
    }

    private void release(Order order) {
        saveCancelled(order, clock.instant());
        metrics.released();
    }

    private void saveCancelled(Order order, Instant now) {
        order.cancel(now);
        orders.save(order);
    }

    List<Order> ofBuyer(String buyerId, Keyset page) {
        return orders.ofBuyer(buyerId, page);
    }

    Order get(String id, String userId) {
        Order order = orders.find(id).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
        if (!order.isPlacedBy(userId)) {
            throw new ApiException(CommonError.NOT_AUTHORIZED);
        }
        return order;
    }

    void cancel(String id, String userId) {
        WriteConflicts.retry(() -> {
            Order order = get(id, userId);
            switch (order.status()) {
                case CREATED, AWAITING_PAYMENT -> release(order);
                case COMPLETE, REFUNDED -> throw new ApiException(OrderError.ORDER_PAID);
                case CANCELLED -> {}
            }
        });
    }

    /**
     * Cancels an order whose hold has expired, and returns it. An order that is no longer a hold stays unchanged; then
     * the result is empty.
     *
     * @throws RedeliverLaterException if the hold has not expired yet
     */
    Optional<Order> expire(String id) {
        return WriteConflicts.retry(() -> {
            Order order = existing(id);
            if (!order.isHold()) {
                return Optional.empty();
            }
            Instant now = clock.instant();
            if (now.isBefore(order.expiresAt().minus(CLOCK_SKEW))) {
                throw new RedeliverLaterException("order " + id + " expires at " + order.expiresAt());
            }
            saveCancelled(order, now);
            metrics.expired(order);
            return Optional.of(order);
        });
    }

    /**
     * Completes a paid order. A cancelled one publishes its state again, so that the payments service refunds the
     * charge.
     */
    void complete(String id, String stripeId) {
        change(id, order -> {
            switch (order.status()) {
                case CREATED, AWAITING_PAYMENT -> {
                    order.complete(clock.instant());
                    orders.save(order);
                    metrics.completed(order);
                }
                case CANCELLED -> {
                    if (!order.knowsLatePayment()) {
                        order.recordLatePayment(stripeId);
                        orders.save(order);
                    }
                }
                case COMPLETE, REFUNDED -> {}
            }
        });
    }

    /**
     * Records a refund, of a sale or of a payment that arrived after the order was cancelled. The seller may put the
     * ticket back on sale later; then the refund is published again with {@code relist}.
     */
    void refund(String id, String stripeId, boolean relist) {
        Refund refund = new Refund(stripeId, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        change(id, order -> {
            switch (order.status()) {
                case CREATED, AWAITING_PAYMENT, COMPLETE -> order.refund(refund, relist);
                case CANCELLED -> {
                    if (order.refund().isPresent()) {
                        return;
                    }
                    order.recordLateRefund(refund);
                }
                case REFUNDED -> {
                    if (!relist || !order.isActive()) {
                        return;
                    }
                    order.relist();
                }
            }
            orders.save(order);
        });
    }

    private void change(String id, Consumer<Order> change) {
        WriteConflicts.retry(() -> change.accept(existing(id)));
    }

    private Order existing(String id) {
        return orders.find(id).orElseThrow(() -> new IllegalStateException("No order " + id));
    }
}
