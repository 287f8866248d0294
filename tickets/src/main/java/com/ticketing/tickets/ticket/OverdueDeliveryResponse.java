package com.ticketing.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A sold ticket that waits for its delivery.
 *
 * @param buyerId absent if this service does not know it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OverdueDeliveryResponse(
        @JsonUnwrapped TicketResponse ticket, @Nullable String buyerId) {

    static OverdueDeliveryResponse of(TicketView ticket) {
        return new OverdueDeliveryResponse(
                TicketResponse.own(ticket),
                ticket.order().map(OrderState::buyerId).orElse(null));
    }
}
