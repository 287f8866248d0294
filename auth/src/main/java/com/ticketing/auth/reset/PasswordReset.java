package com.ticketing.auth.reset;

import java.time.Instant;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/** The pending password reset of an account. A newer one replaces it, which makes the older token invalid. */
@Document("passwordResets")
record PasswordReset(@MongoId(FieldType.STRING) String userId, String tokenHash, Instant sentAt, Instant expiresAt) {}
