package com.ticketing.tickets.ticket;

import com.ticketing.common.events.Prices;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.tickets.delivery.DeliveryReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The part of a ticket that the API shows. Reads load only this part, so that their size does not depend on the
 * ticket's history.
 *
 * @param description null in lists
 * @param holder the order that holds the ticket; absent or empty if there is none
 * @param storedListedUntil null unless the query includes it
 * @param sellerExcluded whether the seller is banned or deleted; null for no
 * @param withdrawn whether the seller has withdrawn the ticket; null for no
 */
@Document("tickets")
record TicketView(
        @MongoId(FieldType.STRING) String id,
        @Field(Ticket.SELLER) String sellerId,
        String title,
        @Field(targetType = FieldType.DECIMAL128) BigDecimal price,
        long version,
        TicketFacts facts,
        @Nullable String description,
        @Field(Ticket.ORDERS) @Nullable List<OrderState> holder,
        @Field(Ticket.DELIVERY) @Nullable DeliveryReference delivery,
        @Field(Ticket.LISTED_UNTIL) @Nullable Instant storedListedUntil,
        @Field(Ticket.HIDDEN) @Nullable Boolean sellerExcluded,
        @Field(Ticket.WITHDRAWN) @Nullable Boolean withdrawn) {

    TicketView {
        price = Prices.canonical(price);
        facts = facts == null ? TicketFacts.NONE : facts;
    }

    /**
     * Limits the query to this part. Of the orders it reads the first active one: they are stored with the newest
     * first.
     */
    static Query of(Query tickets) {
        tickets.fields()
                .include(Ticket.SELLER, "title", Ticket.PRICE, "version", Ticket.FACTS)
                .include(Ticket.DELIVERY, Ticket.HIDDEN, Ticket.WITHDRAWN)
                .elemMatch(Ticket.ORDERS, Criteria.where(OrderState.ACTIVE).is(true));
        return tickets;
    }

    /** Limits the query to this part and the description, which lists do not show. */
    static Query withDescription(Query tickets) {
        of(tickets).fields().include(Ticket.DESCRIPTION);
        return tickets;
    }

    Instant listedUntil() {
        return Optional.ofNullable(storedListedUntil)
                .or(() -> Optional.ofNullable(facts.startsAt()))
                .orElse(Ticket.NEVER);
    }

    /** Returns the state of the listing, as its seller sees it. */
    ListingStatus status() {
        return ListingStatus.of(order(), Boolean.TRUE.equals(withdrawn));
    }

    /** Returns whether the ticket cannot be ordered, because its seller is banned or deleted, or has withdrawn it. */
    boolean isHidden() {
        return Boolean.TRUE.equals(sellerExcluded) || Boolean.TRUE.equals(withdrawn);
    }

    Optional<String> orderId() {
        return order().map(OrderState::orderId);
    }

    /** Returns the state of the order that holds or has bought the ticket. */
    Optional<OrderState> order() {
        return holder == null ? Optional.empty() : holder.stream().findFirst();
    }
}
