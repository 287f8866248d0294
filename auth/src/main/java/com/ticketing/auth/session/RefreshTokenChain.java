package com.ticketing.auth.session;

import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The chain of refresh tokens of a session. Each token is derived from its predecessor, so that an old token can be
 * recognized although only the hashes of the last two are stored.
 */
@Component
class RefreshTokenChain {

    /** Bounds the work of recognizing an old token to a few milliseconds; covers months of constant use. */
    private static final long MAX_SUCCESSORS = 10_000;

    private final RefreshKeyStore keys;
    private final SessionProperties properties;

    RefreshTokenChain(RefreshKeyStore keys, SessionProperties properties) {
        this.keys = keys;
        this.properties = properties;
    }

    /** The place of a token in a session's chain. */
    enum Position {
        /** The newest token, the only one that can be exchanged. */
        CURRENT,
        /** The previous token, replaced so recently that a concurrent request of the same client may still send it. */
        JUST_REPLACED,
        /** An older token. If it is sent again, it was probably stolen. */
        REPLACED,
        /** Not a token of the session. */
        UNKNOWN
    }

    RefreshToken successor(RefreshToken token) {
        return token.successor(keys.get());
    }

    Position position(RefreshToken token, Session session, Instant now) {
        if (token.hash().equals(session.tokenHash())) {
            return Position.CURRENT;
        }
        if (isPrevious(token, session) && !now.isAfter(session.lastUsedAt().plus(properties.reuse()))) {
            return Position.JUST_REPLACED;
        }
        return isPredecessor(token, session) ? Position.REPLACED : Position.UNKNOWN;
    }

    private boolean isPrevious(RefreshToken token, Session session) {
        return token.hash().equals(session.previousHash())
                && successor(token).hash().equals(session.tokenHash());
    }

    private boolean isPredecessor(RefreshToken token, Session session) {
        RefreshKey key = keys.get();
        return Stream.iterate(token.successor(key), next -> next.successor(key))
                .limit(Math.min(session.rotations(), MAX_SUCCESSORS))
                .anyMatch(next -> next.hash().equals(session.tokenHash()));
    }
}
