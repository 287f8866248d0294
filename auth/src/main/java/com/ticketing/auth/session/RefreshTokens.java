package com.ticketing.auth.session;

import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Issues the refresh tokens of sessions. Each token is derived from its predecessor and carries a tag, so that every
 * token that was ever issued is recognized with one HMAC, although only the hashes of the last two are stored. See ADR
 * 49.
 */
@Component
class RefreshTokens {

    private final RefreshKeyStore keys;
    private final SessionProperties properties;

    RefreshTokens(RefreshKeyStore keys, SessionProperties properties) {
        this.keys = keys;
        this.properties = properties;
    }

    /** The position of a token among the tokens of its session. */
    enum Position {
        /** The newest token, the only one that can be exchanged. */
        CURRENT,
        /** The previous token, replaced so recently that a concurrent request of the same client may still send it. */
        JUST_REPLACED,
        /** The previous token, whose successor was never used: the response was probably lost. */
        UNANSWERED,
        /**
         * An older token, or one that was replaced because its response seemed lost. If it is sent, it was probably
         * stolen.
         */
        REPLACED,
        /** Not a token of the session. */
        UNKNOWN
    }

    RefreshToken first() {
        return RefreshToken.first(keys.get());
    }

    RefreshToken successor(RefreshToken token) {
        return successor(token, 0);
    }

    /**
     * Returns the successor that replaces those whose responses were lost.
     *
     * @param lostAnswers the number of successors that were issued before
     */
    RefreshToken successor(RefreshToken token, int lostAnswers) {
        return token.successor(keys.get(), lostAnswers);
    }

    Position position(RefreshToken token, Session session, Instant now) {
        if (token.hash().equals(session.tokenHash())) {
            return Position.CURRENT;
        }
        if (token.hash().equals(session.previousHash())) {
            return isJustReplaced(token, session, now) ? Position.JUST_REPLACED : Position.UNANSWERED;
        }
        return token.isIssuedWith(keys.get()) ? Position.REPLACED : Position.UNKNOWN;
    }

    /** The previous version derived successors in another way: they cannot be issued again, only replaced. */
    private boolean isJustReplaced(RefreshToken token, Session session, Instant now) {
        return !now.isAfter(session.lastUsedAt().plus(properties.reuse()))
                && successor(token, session.lostAnswerCount()).hash().equals(session.tokenHash());
    }
}
