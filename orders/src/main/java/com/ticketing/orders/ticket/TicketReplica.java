package com.ticketing.orders.ticket;

import com.ticketing.common.events.Prices;
import com.ticketing.common.persistence.ReplicaRepository.Replica;
import java.math.BigDecimal;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/** The newest state of a ticket that the tickets service has published. */
@Document("tickets")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
public record TicketReplica(
        @MongoId(FieldType.STRING) String id,
        long version,
        String title,
        @Field(targetType = FieldType.DECIMAL128) BigDecimal price,
        @Field("userId") String sellerId)
        implements Replica {

    public TicketReplica {
        price = Prices.canonical(price);
    }
}
