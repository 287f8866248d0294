package com.ticketing.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A ticket as everybody may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketResponse(
        String id,
        String title,
        BigDecimal price,
        String userId,
        long version,
        @Nullable String orderId) {

    static TicketResponse of(Ticket ticket) {
        return new TicketResponse(
                ticket.id(),
                ticket.title(),
                ticket.price(),
                ticket.userId(),
                ticket.version(),
                ticket.orderId().orElse(null));
    }
}
