package com.ticketing.orders.order;

import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer asks for.
 *
 * @param price what the buyer has seen; absent to take the ticket at any price
 */
record PlaceOrderRequest(
        @NotBlank(message = "{ticket-id-missing}") String ticketId,
        @Nullable BigDecimal price) {

    boolean expects(BigDecimal current) {
        return price == null || price.compareTo(current) == 0;
    }
}
