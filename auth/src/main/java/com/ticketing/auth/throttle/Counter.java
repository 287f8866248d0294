package com.ticketing.auth.throttle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/**
 * A counter of requests or attempts.
 *
 * @param id the kind of counter, and the address or the hash that it counts for
 * @param blockedUntil when the next attempt is allowed; null if it is allowed now
 * @param expiresAt when the count becomes invalid
 */
@Document("throttles")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
record Counter(
        @MongoId(FieldType.STRING) String id,
        int count,
        @Nullable Instant blockedUntil,
        Instant expiresAt) {}
