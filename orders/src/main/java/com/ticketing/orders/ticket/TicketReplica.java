package com.ticketing.orders.ticket;

import com.ticketing.common.events.Prices;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.persistence.ReplicaRepository.Replica;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/**
 * The newest state of a ticket that the tickets service has published.
 *
 * @param hidden true if the ticket cannot be ordered because its seller is banned or deleted, or has withdrawn it;
 *     otherwise null
 */
@Document("tickets")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
public record TicketReplica(
        @MongoId(FieldType.STRING) String id,
        long version,
        String title,
        @Field(targetType = FieldType.DECIMAL128) BigDecimal price,
        @Field("userId") String sellerId,
        TicketFacts facts,
        @Nullable Boolean hidden)
        implements Replica {

    public TicketReplica {
        price = Prices.canonical(price);
        facts = facts == null ? TicketFacts.NONE : facts;
    }

    public boolean isHidden() {
        return Boolean.TRUE.equals(hidden);
    }
}
