package com.ticketing.auth.reset;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * A link to reset the password of an account. All links of an account are valid until they expire, or the password or
 * the email changes, so that another request does not invalidate the newest one.
 *
 * @param userId the account; null in documents of the previous version, whose id is the account's
 * @param generation the account's session generation, which changes together with the password; null in documents of
 *     the previous version
 * @param emailHash the hash of the account's email, to which the link was sent; null in documents of the previous
 *     version
 */
@Document("passwordResets")
record PasswordReset(
        @MongoId(FieldType.STRING) String id,
        @Nullable String userId,
        String tokenHash,
        Instant expiresAt,
        @Nullable Integer generation,
        @Nullable String emailHash) {

    String accountId() {
        return Objects.requireNonNullElse(userId, id);
    }
}
