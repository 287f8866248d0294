package com.ticketing.auth.email;

import com.ticketing.auth.account.EmailAddress;
import java.time.Instant;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * A requested change of an account's email that waits for its confirmation. An account has one at a time: another
 * request replaces it, so that only the newest link is valid.
 *
 * @param id the account
 * @param email the new email
 * @param generation the account's session generation: a new password or a ban makes the link invalid
 */
@Document("emailChanges")
record EmailChange(
        @MongoId(FieldType.STRING) String id, String email, String tokenHash, int generation, Instant expiresAt) {

    EmailAddress address() {
        return new EmailAddress(email);
    }

    /** Omits the email, because personal data must not reach a log. */
    @Override
    public String toString() {
        return "EmailChange[id=" + id + "]";
    }
}
