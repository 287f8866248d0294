package com.ticketing.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A ticket as the API returns it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketResponse(
        String id,
        String title,
        BigDecimal price,
        @JsonProperty("userId") String sellerId,
        long version,
        @Nullable String orderId) {

    static TicketResponse of(Ticket ticket) {
        return new TicketResponse(
                ticket.id(),
                ticket.title(),
                ticket.price(),
                ticket.sellerId(),
                ticket.version(),
                ticket.orderId().orElse(null));
    }

    static TicketResponse of(TicketView ticket) {
        return new TicketResponse(
                ticket.id(),
                ticket.title(),
                ticket.price(),
                ticket.sellerId(),
                ticket.version(),
                ticket.orderId().orElse(null));
    }
}
