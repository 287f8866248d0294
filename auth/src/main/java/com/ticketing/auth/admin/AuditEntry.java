package com.ticketing.auth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * One step of an admin.
 *
 * @param adminId who
 * @param userId whom
 * @param reason why, if it was said
 */
@Document(AuditEntry.COLLECTION)
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(
        @MongoId(FieldType.STRING) String id,
        String adminId,
        Action action,
        String userId,
        Instant at,
        @Nullable String reason) {

    static final String COLLECTION = "audit";

    /** What was done. */
    enum Action {
        BAN,
        UNBAN
    }
}
