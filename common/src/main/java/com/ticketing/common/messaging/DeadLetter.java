package com.ticketing.common.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/**
 * A message that failed at least once, with its last error. The broker redelivers it while {@code parkedAt} is absent;
 * afterwards the message is parked.
 *
 * @param readable whether the version of the service that parked the message could parse it
 * @param nextAttemptAt the time of a parked message's next attempt
 */
@Document(DeadLetter.COLLECTION)
@Sharded(shardingStrategy = ShardingStrategy.HASH)
record DeadLetter(
        @Id @MongoId(FieldType.STRING) String id,
        String channel,
        long sequence,
        Instant publishedAt,
        String data,
        boolean readable,
        int failures,
        String error,
        Instant failedAt,
        @Nullable Instant parkedAt,
        @Nullable Instant nextAttemptAt) {

    static final String COLLECTION = "deadLetters";
}
