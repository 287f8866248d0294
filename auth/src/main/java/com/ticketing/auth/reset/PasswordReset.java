package com.ticketing.auth.reset;

import java.time.Instant;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/** The newest letter to a person; an older one's token is worth nothing. */
@Document("passwordResets")
record PasswordReset(@MongoId(FieldType.STRING) String userId, String tokenHash, Instant sentAt, Instant expiresAt) {}
