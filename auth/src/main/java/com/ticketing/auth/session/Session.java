package com.ticketing.auth.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/**
 * A signed-in device. A session has one valid refresh token at a time; each refresh replaces it by its successor.
 *
 * @param generation the account's session generation at sign-in; a session of an older generation has ended
 * @param device the user agent that signed in
 * @param tokenHash the hash of the current refresh token
 * @param previousHash the hash of the token before it, which a concurrent request may still send
 * @param lostAnswers the number of successors that were replaced because their responses seemed lost; null for none
 * @param rotations the number of refreshes
 */
@Document("sessions")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
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
        long rotations,
        @Nullable Integer lostAnswers) {

    int lostAnswerCount() {
        return lostAnswers == null ? 0 : lostAnswers;
    }
}
