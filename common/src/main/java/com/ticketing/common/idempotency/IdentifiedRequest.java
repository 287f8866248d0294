package com.ticketing.common.idempotency;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/**
 * The id of the requests with one idempotency key.
 *
 * @param key the hash of the operation, the user and the key, so that it is not personal data
 * @param content the hash of the request's content
 */
@Document("idempotencyKeys")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
record IdentifiedRequest(@Id String key, String content, String requestId, Instant createdAt) {

    static final String REQUEST_ID = "requestId";
    static final String CREATED_AT = "createdAt";
}
