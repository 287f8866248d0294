package com.ticketing.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.tickets.delivery.Delivery;
import com.ticketing.tickets.delivery.DeliveryKind;
import com.ticketing.tickets.delivery.DeliveryRead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A delivery and its reads as evidence, without its content.
 *
 * @param isCurrent false if the delivery was replaced or erased after a buyer had read it
 * @param orderId the order whose buyer has read the delivery, or else the ticket's sale; absent if there is neither
 * @param isGivenBeforeSale whether the delivery was given before that order was placed; absent without an order
 * @param reads the first reads of the buyer, the newest last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryReadsResponse(
        DeliveryKind kind,
        Instant givenAt,
        @JsonProperty("current") boolean isCurrent,
        @Nullable String orderId,
        @JsonProperty("givenBeforeSale") @Nullable Boolean isGivenBeforeSale,
        List<DeliveryRead> reads) {

    static DeliveryReadsResponse of(Delivery delivery, TicketView ticket) {
        boolean current = delivery.reference().equals(ticket.delivery());
        Optional<String> sale =
                ticket.order().filter(order -> current && order.isSale()).map(OrderState::orderId);
        Optional<String> order = Optional.ofNullable(delivery.orderId()).or(() -> sale);
        return new DeliveryReadsResponse(
                delivery.kind(),
                delivery.givenAt(),
                current,
                order.orElse(null),
                order.flatMap(id -> isBefore(delivery.givenAt(), id)).orElse(null),
                delivery.firstReads());
    }

    /** A ticket on hold gets no delivery, so a delivery was given before its order was placed or after it was paid. */
    private static Optional<Boolean> isBefore(Instant givenAt, String orderId) {
        return TimeOrderedIds.time(orderId)
                .map(placedAt -> TimeOrderedIds.lowest(givenAt).compareTo(orderId) <= 0);
    }
}
