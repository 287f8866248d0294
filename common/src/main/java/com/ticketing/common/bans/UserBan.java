package com.ticketing.common.bans;

import com.ticketing.common.events.UserBanned;
import com.ticketing.common.events.UserUnbanned;
import com.ticketing.common.persistence.ReplicaRepository.Replica;
import java.time.Instant;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/** The latest ban state of one user. */
@Document("bans")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
record UserBan(@MongoId(FieldType.STRING) String id, long version, boolean banned, Instant receivedAt)
        implements Replica {

    static UserBan of(UserBanned event, Instant receivedAt) {
        return new UserBan(event.id(), event.version(), true, receivedAt);
    }

    static UserBan of(UserUnbanned event, Instant receivedAt) {
        return new UserBan(event.id(), event.version(), false, receivedAt);
    }
}
