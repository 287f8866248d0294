package com.ticketing.auth.session;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Bounds the number of sessions of an account. */
@Component
class SessionLimit {

    private static final Logger log = LoggerFactory.getLogger(SessionLimit.class);

    /** Bounds the work of one sign-in for accounts that have many sessions from before the limit. */
    private static final int MAX_ENDED = 1_000;

    private final MongoOperations mongo;
    private final SessionEnding ending;
    private final SessionProperties properties;

    SessionLimit(MongoOperations mongo, SessionEnding ending, SessionProperties properties) {
        this.mongo = mongo;
        this.ending = ending;
        this.properties = properties;
    }

    /**
     * Ends the account's sessions in excess, those first that were not used for the longest time. Call it after a
     * session was stored: of concurrent sign-ins, the last one sees all sessions.
     */
    void enforce(String userId) {
        Query excess = query(where("userId").is(userId))
                .with(Sort.by(Sort.Direction.DESC, "lastUsedAt", "_id"))
                .skip(properties.maxPerAccount())
                .limit(MAX_ENDED);
        List<Session> sessions = mongo.find(excess, Session.class);
        if (!sessions.isEmpty()) {
            ending.end(userId, sessions);
            log.info("Sessions ended: userId={} count={} reason=too-many", userId, sessions.size());
        }
    }
}
