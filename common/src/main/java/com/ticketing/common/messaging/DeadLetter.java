package com.ticketing.common.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * A message that failed, with its last error: still being delivered while {@code parkedAt} is absent, set aside since.
 *
 * @param readable whether it could be parsed, so that trying it again may help
 * @param nextAttemptAt when a parked message is tried again
 */
@Document(DeadLetter.COLLECTION)
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
