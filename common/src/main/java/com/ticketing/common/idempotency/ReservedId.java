package com.ticketing.common.idempotency;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/**
 * The id that the requests with one key use.
 *
 * @param key the hash of the operation, the user and the key, so that this is no personal data
 * @param request the hash of the request's content
 */
@Document("idempotencyKeys")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
record ReservedId(@Id String key, String request, String reservedId, Instant createdAt) {

    static final String REQUEST = "request";
    static final String RESERVED_ID = "reservedId";
    static final String CREATED_AT = "createdAt";
}
