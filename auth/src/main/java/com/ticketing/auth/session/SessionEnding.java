package com.ticketing.auth.session;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.OpenSessions;
import com.ticketing.common.security.AccessTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Ends sessions: publishes those whose access tokens can still be valid, so that every process denies the tokens, and
 * then removes them. A crash in between leaves sessions that can be ended again.
 */
@Component
class SessionEnding implements OpenSessions {

    private final MongoOperations mongo;
    private final AccountService accounts;
    private final Duration tokenLife;
    private final Clock clock;

    SessionEnding(
            MongoOperations mongo,
            AccountService accounts,
            AccessTokens tokens,
            SessionProperties properties,
            Clock clock) {
        this.mongo = mongo;
        this.accounts = accounts;
        // a replaced refresh token yields an access token for a while without being noted as a use of the session
        this.tokenLife = tokens.longestValidity().plus(properties.reuse());
        this.clock = clock;
    }

    @Override
    public List<String> olderThan(int generation, String userId) {
        Query open = query(where("userId")
                .is(userId)
                .and("generation")
                .lt(generation)
                .and("lastUsedAt")
                .gte(oldestUse()));
        return mongo.find(open, Session.class).stream().map(Session::id).toList();
    }

    /** Ends a session whose tokens must be denied, including those of a concurrent refresh. */
    void end(Session session) {
        accounts.publishEndedSessions(session.userId(), List.of(session.id()));
        remove(List.of(session));
    }

    /** Ends sessions of one user. */
    void end(String userId, Collection<Session> sessions) {
        Instant oldestUse = oldestUse();
        accounts.publishEndedSessions(
                userId,
                sessions.stream()
                        .filter(session -> !session.lastUsedAt().isBefore(oldestUse))
                        .map(Session::id)
                        .toList());
        remove(sessions);
    }

    /** Removes sessions without publishing them. */
    void remove(Collection<Session> sessions) {
        mongo.remove(query(where("_id").in(sessions.stream().map(Session::id).toList())), Session.class);
    }

    private Instant oldestUse() {
        return clock.instant().minus(tokenLife);
    }
}
