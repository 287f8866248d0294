package com.ticketing.orders.order;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.messaging.RedeliverLaterException;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.orders.OrderError;
import com.ticketing.orders.order.Order.Refund;
import com.ticketing.orders.ticket.Marketplace;
import com.ticketing.orders.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

@Service
class OrderService {

    /** How far the expiration service's clock may be ahead of this one's. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private final Orders orders;
    private final Marketplace marketplace;
    private final HoldSlots slots;
    private final OrderProperties properties;
    private final Clock clock;

    OrderService(Orders orders, Marketplace marketplace, HoldSlots slots, OrderProperties properties, Clock clock) {
        this.orders = orders;
        this.marketplace = marketplace;
        this.slots = slots;
        this.properties = properties;
        this.clock = clock;
    }

    /** Holds the ticket for the buyer, if the database lets it: its unique index decides among all who ask at once. */
    Order place(String userId, PlaceOrderRequest request) {
        // a duplicate of the slot, not of the ticket, is worth another try
        Order order = WriteConflicts.retry(() -> {
            Ticket ticket =
                    marketplace.find(request.ticketId()).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
            if (!request.expects(ticket.price())) {
                throw new ApiException(OrderError.PRICE_CHANGED).withCurrent(OrderResponse.TicketResponse.of(ticket));
            }
            Instant expiresAt = clock.instant().plus(properties.hold()).truncatedTo(ChronoUnit.MILLIS);
            try {
                return orders.save(Order.place(userId, ticket, expiresAt, slots.free(userId)));
            } catch (DuplicateKeyException e) {
                if (orders.isTaken(ticket.id())) {
                    throw new ApiException(OrderError.TICKET_RESERVED);
                }
                throw e;
            }
        });
        // a ban that is stored by now may have been acted on before this order was there
        if (!marketplace.mayTrade(userId, order.ticket().userId())) {
            release(order.id());
            throw new ApiException(CommonError.NOT_FOUND);
        }
        return order;
    }

    /** Ends every hold of the person, and those of others on the person's tickets. */
    void releaseHoldsInvolving(String userId) {
        orders.holdsInvolving(userId).forEach(order -> release(order.id()));
    }

    private void release(String id) {
        change(id, order -> {
            if (order.isHold()) {
                order.cancel();
                orders.save(order);
            }
        });
    }

    List<Order> ofBuyer(String userId, Keyset page) {
        return orders.ofBuyer(userId, page);
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
                case CREATED, AWAITING_PAYMENT -> {
                    order.cancel();
                    orders.save(order);
                }
                case COMPLETE, REFUNDED -> throw new ApiException(OrderError.ORDER_PAID);
                case CANCELLED -> {}
            }
        });
    }

    /** Ends a hold that has run out; an order that is no hold any more is left as it is. */
    void expire(String id) {
        change(id, order -> {
            if (!order.isHold()) {
                return;
            }
            if (clock.instant().isBefore(order.expiresAt().minus(CLOCK_SKEW))) {
                throw new RedeliverLaterException("order " + id + " expires only at " + order.expiresAt());
            }
            order.cancel();
            orders.save(order);
        });
    }

    /** A charge succeeded. On an order that has ended, payments gives the money back by itself. */
    void complete(String id) {
        change(id, order -> {
            if (order.isHold()) {
                order.complete();
                orders.save(order);
            }
        });
    }

    /** A charge was given back: of a sale, or of an order that had been cancelled before it was paid. */
    void refund(String id, String stripeId, boolean relist) {
        Refund refund = new Refund(stripeId, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        change(id, order -> {
            switch (order.status()) {
                case CREATED, AWAITING_PAYMENT, COMPLETE -> order.refund(refund, relist);
                case CANCELLED -> {
                    if (order.refund().isPresent()) {
                        return;
                    }
                    order.noteLateRefund(refund);
                }
                case REFUNDED -> {
                    return;
                }
            }
            orders.save(order);
        });
    }

    private void change(String id, Consumer<Order> change) {
        WriteConflicts.retry(
                () -> change.accept(orders.find(id).orElseThrow(() -> new IllegalStateException("No order " + id))));
    }
}
