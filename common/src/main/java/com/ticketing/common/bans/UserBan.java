package com.ticketing.common.bans;

import com.ticketing.common.events.UserBanned;
import com.ticketing.common.events.UserDeleted;
import com.ticketing.common.events.UserUnbanned;
import com.ticketing.common.persistence.ReplicaRepository.Replica;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/**
 * The latest ban state of one user. A deletion is a permanent ban: its version is higher than that of any event.
 *
 * @param deleted true if the account is deleted; otherwise null
 */
@Document("bans")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
record UserBan(
        @MongoId(FieldType.STRING) String id,
        long version,
        boolean banned,
        @Nullable Boolean deleted,
        Instant receivedAt)
        implements Replica {

    static UserBan of(UserBanned event, Instant receivedAt) {
        return new UserBan(event.id(), event.version(), true, null, receivedAt);
    }

    static UserBan of(UserUnbanned event, Instant receivedAt) {
        return new UserBan(event.id(), event.version(), false, null, receivedAt);
    }

    static UserBan of(UserDeleted event, Instant receivedAt) {
        return new UserBan(event.id(), Long.MAX_VALUE, true, true, receivedAt);
    }

    boolean isDeleted() {
        return deleted != null;
    }
}
