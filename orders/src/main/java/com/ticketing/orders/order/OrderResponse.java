package com.ticketing.orders.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.orders.order.Order.Refund;
import com.ticketing.orders.order.Order.TicketSnapshot;
import com.ticketing.orders.order.Order.Use;
import com.ticketing.orders.ticket.TicketReplica;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param placedAt absent for an id that another producer has generated
 * @param usedAt when the pass was used
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderResponse(
        String id,
        OrderStatus status,
        @JsonProperty("userId") String buyerId,
        @Nullable Instant placedAt,
        Instant expiresAt,
        long version,
        TicketResponse ticket,
        @Nullable Refund refund,
        @Nullable Instant endedAt,
        @Nullable Instant usedAt) {

    /** Returns the order as it was placed, without later changes. */
    static OrderResponse placed(Order order) {
        return new OrderResponse(
                order.id(),
                OrderStatus.CREATED,
                order.buyerId(),
                order.placedAt().orElse(null),
                order.expiresAt(),
                0,
                TicketResponse.of(order.ticket()),
                null,
                null,
                null);
    }

    static OrderResponse of(Order order) {
        return new OrderResponse(
                order.id(),
                order.status(),
                order.buyerId(),
                order.placedAt().orElse(null),
                order.expiresAt(),
                order.version(),
                TicketResponse.of(order.ticket()),
                order.refund().orElse(null),
                order.endedAt().orElse(null),
                order.use().map(Use::at).orElse(null));
    }

    record TicketResponse(
            String id,
            String title,
            BigDecimal price,
            long version,
            @JsonUnwrapped TicketFacts facts) {

        static TicketResponse of(TicketSnapshot ticket) {
            return new TicketResponse(ticket.id(), ticket.title(), ticket.price(), ticket.version(), ticket.facts());
        }

        static TicketResponse of(TicketReplica ticket) {
            return new TicketResponse(ticket.id(), ticket.title(), ticket.price(), ticket.version(), ticket.facts());
        }
    }
}
