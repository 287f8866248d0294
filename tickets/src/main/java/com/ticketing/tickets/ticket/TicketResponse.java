package com.ticketing.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.ids.TimeOrderedIds;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the API returns it.
 *
 * @param description absent in lists and in the event stream
 * @param hidden true if the ticket cannot be ordered because its seller is banned or deleted, or has withdrawn it;
 *     otherwise absent
 * @param status only in the seller's own list
 * @param isDelivered only in the seller's own list: whether the seller has given a delivery
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketResponse(
        String id,
        String title,
        BigDecimal price,
        @JsonProperty("userId") String sellerId,
        long version,
        @Nullable String orderId,
        @JsonUnwrapped TicketFacts facts,
        @Nullable String description,
        @Nullable Instant listedAt,
        @Nullable Boolean hidden,
        @Nullable ListingStatus status,
        @JsonProperty("delivered") @Nullable Boolean isDelivered) {

    static TicketResponse of(Ticket ticket) {
        return new TicketResponse(
                ticket.id(),
                ticket.title(),
                ticket.price(),
                ticket.sellerId(),
                ticket.version(),
                ticket.orderId().orElse(null),
                ticket.facts(),
                ticket.description(),
                listedAt(ticket.id()),
                ticket.isHidden() ? true : null,
                null,
                null);
    }

    static TicketResponse of(TicketView ticket) {
        return of(ticket, null, null);
    }

    /** Returns the ticket for its seller. */
    static TicketResponse own(TicketView ticket) {
        return of(ticket, ticket.status(), ticket.delivery() != null);
    }

    private static TicketResponse of(TicketView ticket, @Nullable ListingStatus status, @Nullable Boolean isDelivered) {
        return new TicketResponse(
                ticket.id(),
                ticket.title(),
                ticket.price(),
                ticket.sellerId(),
                ticket.version(),
                ticket.orderId().orElse(null),
                ticket.facts(),
                ticket.description(),
                listedAt(ticket.id()),
                ticket.isHidden() ? true : null,
                status,
                isDelivered);
    }

    /** Returns the state that an event has published. */
    public static TicketResponse of(TicketUpdated event) {
        return new TicketResponse(
                event.id(),
                event.title(),
                event.price(),
                event.sellerId(),
                event.version(),
                event.orderId(),
                event.facts(),
                null,
                listedAt(event.id()),
                event.hidden(),
                null,
                null);
    }

    private static @Nullable Instant listedAt(String id) {
        return TimeOrderedIds.time(id).orElse(null);
    }
}
