package com.ticketing.auth.session;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Exchanges a session's refresh token and extends the session. */
@Component
class SessionRotation {

    private final MongoOperations mongo;
    private final SessionProperties properties;

    SessionRotation(MongoOperations mongo, SessionProperties properties) {
        this.mongo = mongo;
        this.properties = properties;
    }

    /**
     * Replaces the current token by its successor in one atomic operation, so that one of several concurrent requests
     * succeeds. Returns the session before the change, or empty if the token is not its current one.
     */
    Optional<Session> rotate(RefreshToken current, RefreshToken successor, Instant now) {
        Update update = new Update()
                .set("tokenHash", successor.hash())
                .set("previousHash", current.hash())
                .set("lastUsedAt", now)
                .set("expiresAt", now.plus(properties.life()))
                .unset("lostAnswers")
                .inc("rotations", 1);
        return Optional.ofNullable(mongo.findAndModify(
                query(where("_id")
                        .is(current.sessionId())
                        .and("tokenHash")
                        .is(current.hash())
                        .and("expiresAt")
                        .gt(now)),
                update,
                Session.class));
    }

    /**
     * Replaces the current token, which was never used, with another successor of the previous one. A client that has
     * the replaced token is detected when it sends it.
     *
     * @throws OptimisticLockingFailureException if the session has changed since it was read
     */
    Session replaceUnused(Session session, RefreshToken successor, Instant now) {
        Update update = new Update()
                .set("tokenHash", successor.hash())
                .set("lastUsedAt", now)
                .set("expiresAt", now.plus(properties.life()))
                .inc("lostAnswers", 1);
        Session replaced = mongo.findAndModify(
                query(where("_id").is(session.id()).and("tokenHash").is(session.tokenHash())), update, Session.class);
        if (replaced == null) {
            throw new OptimisticLockingFailureException("Session " + session.id() + " has changed since it was read");
        }
        return replaced;
    }
}
