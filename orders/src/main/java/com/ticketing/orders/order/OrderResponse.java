package com.ticketing.orders.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.orders.order.Order.Refund;
import com.ticketing.orders.order.Order.TicketSnapshot;
import com.ticketing.orders.ticket.TicketReplica;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderResponse(
        String id,
        OrderStatus status,
        @JsonProperty("userId") String buyerId,
        Instant expiresAt,
        long version,
        TicketResponse ticket,
        @Nullable Refund refund) {

    /** Returns the order as it was placed, whatever has happened since. */
    static OrderResponse placed(Order order) {
        return new OrderResponse(
                order.id(),
                OrderStatus.CREATED,
                order.buyerId(),
                order.expiresAt(),
                0,
                TicketResponse.of(order.ticket()),
                null);
    }

    static OrderResponse of(Order order) {
        return new OrderResponse(
                order.id(),
                order.status(),
                order.buyerId(),
                order.expiresAt(),
                order.version(),
                TicketResponse.of(order.ticket()),
                order.refund().orElse(null));
    }

    record TicketResponse(String id, String title, BigDecimal price, long version) {

        static TicketResponse of(TicketSnapshot ticket) {
            return new TicketResponse(ticket.id(), ticket.title(), ticket.price(), ticket.version());
        }

        static TicketResponse of(TicketReplica ticket) {
            return new TicketResponse(ticket.id(), ticket.title(), ticket.price(), ticket.version());
        }
    }
}
