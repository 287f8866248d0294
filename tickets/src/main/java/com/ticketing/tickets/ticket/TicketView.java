package com.ticketing.tickets.ticket;

import com.ticketing.common.events.Prices;
import java.math.BigDecimal;
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
 * The part of a ticket that the API shows. Reads load only this part, so that their size does not depend on the ticket's
 * history.
 *
 * @param holder the order that holds the ticket; absent or empty if there is none
 */
@Document("tickets")
record TicketView(
        @MongoId(FieldType.STRING) String id,
        @Field(Ticket.SELLER) String sellerId,
        String title,
        @Field(targetType = FieldType.DECIMAL128) BigDecimal price,
        long version,
        @Field(Ticket.ORDERS) @Nullable List<OrderState> holder) {

    TicketView {
        price = Prices.canonical(price);
    }

    /** Limits the query to this part. Of the orders it reads the first active one: they are stored with the newest first. */
    static Query of(Query tickets) {
        tickets.fields()
                .include(Ticket.SELLER, "title", "price", "version")
                .elemMatch(Ticket.ORDERS, Criteria.where(OrderState.ACTIVE).is(true));
        return tickets;
    }

    Optional<String> orderId() {
        return holder == null ? Optional.empty() : holder.stream().findFirst().map(OrderState::orderId);
    }
}
