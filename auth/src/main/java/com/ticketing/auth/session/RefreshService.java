package com.ticketing.auth.session;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.errors.ErrorCode;
import com.ticketing.common.persistence.WriteConflicts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Refreshes sessions and detects stolen refresh tokens. */
@Service
class RefreshService {

    private static final Logger log = LoggerFactory.getLogger(RefreshService.class);

    private final Sessions sessions;
    private final SessionRotation rotation;
    private final RefreshTokens tokens;
    private final SessionEnding ending;
    private final AccountService accounts;
    private final Clock clock;

    RefreshService(
            Sessions sessions,
            SessionRotation rotation,
            RefreshTokens tokens,
            SessionEnding ending,
            AccountService accounts,
            Clock clock) {
        this.sessions = sessions;
        this.rotation = rotation;
        this.tokens = tokens;
        this.ending = ending;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The account of the refreshed session and the session's new token. */
    record Refreshed(Account account, RefreshToken token) {}

    private record Rotated(Session session, RefreshToken token) {}

    /**
     * Exchanges a token for its successor. The previous token yields the same successor again for a few seconds, and
     * another one later, as long as no successor was used. Any other replaced token is treated as stolen and ends the
     * session.
     *
     * @throws ApiException 401 if the session has ended, 403 if the account is banned
     */
    Refreshed refresh(RefreshToken token) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        RefreshToken successor = tokens.successor(token);
        Rotated rotated = rotation.rotate(token, successor, now)
                .map(session -> new Rotated(session, successor))
                .orElseGet(() -> WriteConflicts.retry(() -> answerAgain(token, now)));
        Session session = rotated.session();
        // read after the rotation, so that a ban or password change either is seen here or happens after this refresh
        Account account = accounts.find(session.userId()).orElseThrow(() -> ended(session, CommonError.NOT_AUTHORIZED));
        if (account.isBanned()) {
            throw ended(session, CommonError.ACCOUNT_BANNED);
        }
        if (account.sessionGeneration() != session.generation()) {
            throw ended(session, CommonError.NOT_AUTHORIZED);
        }
        return new Refreshed(account, rotated.token());
    }

    private Rotated answerAgain(RefreshToken token, Instant now) {
        Session session = sessions.findByIdAndExpiresAtAfter(token.sessionId(), now)
                .orElseThrow(() -> new ApiException(CommonError.NOT_AUTHORIZED));
        return switch (tokens.position(token, session, now)) {
            case JUST_REPLACED -> new Rotated(session, tokens.successor(token, session.lostAnswerCount()));
            case UNANSWERED -> {
                RefreshToken another = tokens.successor(token, session.lostAnswerCount() + 1);
                log.info("Refresh token reissued: sessionId={} reason=successor-unused", session.id());
                yield new Rotated(rotation.replaceUnused(session, another, now), another);
            }
            case REPLACED -> {
                log.warn("Session ended: sessionId={} reason=refresh-token-reused", session.id());
                throw ended(session, CommonError.NOT_AUTHORIZED);
            }
            case CURRENT, UNKNOWN -> throw new ApiException(CommonError.NOT_AUTHORIZED);
        };
    }

    private ApiException ended(Session session, ErrorCode reason) {
        ending.end(session);
        return new ApiException(reason);
    }
}
