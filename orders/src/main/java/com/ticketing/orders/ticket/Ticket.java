package com.ticketing.orders.ticket;

import com.ticketing.common.events.Prices;
import com.ticketing.common.persistence.ReplicaRepository.Replica;
import java.math.BigDecimal;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/** A ticket as the tickets service last told of it. */
@Document("tickets")
public record Ticket(
        @MongoId(FieldType.STRING) String id,
        long version,
        String title,
        @Field(targetType = FieldType.DECIMAL128) BigDecimal price,
        String userId)
        implements Replica {

    public Ticket {
        price = Prices.canonical(price);
    }
}
