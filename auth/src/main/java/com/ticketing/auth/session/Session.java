package com.ticketing.auth.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * One device that is signed in: the family of refresh tokens that descend from one sign-in. Only the newest token is
 * good; its predecessor is remembered for the sake of a second tab that used it at the same time.
 *
 * @param generation the account's generation of sessions that this one belongs to
 * @param rotations how many tokens there were before the newest
 */
@Document(Session.COLLECTION)
record Session(
        @MongoId(FieldType.STRING) String id,
        String userId,
        int generation,
        String device,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        String tokenHash,
        @Nullable String previousHash,
        long rotations) {

    static final String COLLECTION = "sessions";
}
