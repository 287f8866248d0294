package com.ticketing.auth.reset;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Issues reset tokens, at most one per account and pause. */
@Component
@ConditionalOnProperty("auth.mail.url")
class ResetTokenIssuer {

    private final MongoOperations mongo;
    private final MailProperties properties;
    private final Clock clock;

    ResetTokenIssuer(MongoOperations mongo, MailProperties properties, Clock clock) {
        this.mongo = mongo;
        this.properties = properties;
        this.clock = clock;
    }

    /** A new token, in plain text, and the end of its validity. */
    record Issued(ResetToken token, Instant expiresAt) {}

    /**
     * Issues a token that replaces the account's previous one, in one atomic operation. Returns empty if the previous
     * token was issued less than {@code auth.mail.pause} ago.
     */
    Optional<Issued> issue(String userId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Issued issued = new Issued(ResetToken.random(), now.plus(properties.life()));
        Update update = new Update()
                .set("tokenHash", issued.token().hash())
                .set("sentAt", now)
                .set("expiresAt", issued.expiresAt());
        try {
            mongo.findAndModify(
                    query(where("_id").is(userId).and("sentAt").lte(now.minus(properties.pause()))),
                    update,
                    FindAndModifyOptions.options().upsert(true),
                    PasswordReset.class);
            return Optional.of(issued);
        } catch (DuplicateKeyException e) {
            // the query does not match a recent reset, so the upsert tried to insert a second one
            return Optional.empty();
        }
    }
}
