package com.ticketing.auth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * One action of an admin, as stored and as returned by the API.
 *
 * @param adminId the id of the admin
 * @param userId the id of the account that the action concerns
 * @param reason the reason that the admin gave, if any
 */
@Document("audit")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(
        @MongoId(FieldType.STRING) String id,
        String adminId,
        Action action,
        String userId,
        Instant at,
        @Nullable String reason) {

    /** The kind of action. */
    enum Action {
        BAN,
        UNBAN,
        /** The reason is the role. */
        ADD_ROLE,
        /** The reason is the role. */
        REMOVE_ROLE
    }
}
