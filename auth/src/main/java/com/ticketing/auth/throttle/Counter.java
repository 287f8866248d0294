package com.ticketing.auth.throttle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * Something that is counted.
 *
 * @param blockedUntil no further attempt before this time
 * @param expiresAt when it no longer counts
 */
@Document(Counter.COLLECTION)
record Counter(
        @MongoId(FieldType.STRING) String id,
        int count,
        @Nullable Instant blockedUntil,
        Instant expiresAt) {

    static final String COLLECTION = "throttles";
}
