package com.ticketing.orders.order;

import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A request to order a ticket.
 *
 * @param price the price that the buyer expects; without it, the order is placed at the current price
 */
record PlaceOrderRequest(
        @NotBlank(message = "{ticket-id-missing}") String ticketId,
        @Nullable BigDecimal price) {

    boolean expects(BigDecimal current) {
        return price == null || price.compareTo(current) == 0;
    }
}
