package com.ticketing.auth.session;

import java.time.Instant;

/**
 * A device that is signed in.
 *
 * @param current whether it is the one that asks
 */
record SessionResponse(String id, String device, Instant createdAt, Instant lastUsedAt, boolean current) {

    static SessionResponse of(Session session, String currentId) {
        return new SessionResponse(
                session.id(),
                session.device(),
                session.createdAt(),
                session.lastUsedAt(),
                session.id().equals(currentId));
    }
}
