package com.ticketing.auth.session;

import java.time.Instant;

/**
 * A session in the user's list.
 *
 * @param device the user agent that signed in
 * @param current whether the session belongs to the client that sent the request
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
