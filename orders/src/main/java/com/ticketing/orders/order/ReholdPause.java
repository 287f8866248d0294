package com.ticketing.orders.order;

import com.ticketing.common.errors.ApiException;
import com.ticketing.orders.OrderError;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Keeps a buyer whose hold ended without a sale from holding the same ticket again at once, so that other buyers can
 * hold it first. An order and the buyer's next order of the ticket have the same key, and its unique index rejects the
 * next one. So the pause costs no command unless it rejects an order.
 */
@Component
class ReholdPause {

    private final Orders orders;
    private final OrderProperties properties;

    ReholdPause(Orders orders, OrderProperties properties) {
        this.orders = orders;
        this.properties = properties;
    }

    /**
     * Removes the key of the buyer's ended order, so that the next attempt succeeds. Does nothing if there is none.
     *
     * @throws ApiException {@link OrderError#HELD_RECENTLY} with Retry-After during the pause
     */
    void end(String ticketId, String buyerId, Instant now) {
        orders.withReholdKey(Order.reholdKey(ticketId, buyerId))
                .filter(previous -> !previous.isActive())
                .ifPresent(previous -> {
                    Instant end = previous.endedAt().orElse(Instant.MIN).plus(properties.reholdPause());
                    if (now.isBefore(end)) {
                        throw new ApiException(OrderError.HELD_RECENTLY).withRetryAfter(Duration.between(now, end));
                    }
                    orders.removeReholdKey(previous.id());
                });
    }
}
