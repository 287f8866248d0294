package com.ticketing.auth.session;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.session.RefreshTokenChain.Position;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.errors.ErrorCode;
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
    private final RefreshTokenChain chain;
    private final AccountService accounts;
    private final Clock clock;

    RefreshService(
            Sessions sessions,
            SessionRotation rotation,
            RefreshTokenChain chain,
            AccountService accounts,
            Clock clock) {
        this.sessions = sessions;
        this.rotation = rotation;
        this.chain = chain;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The account of the refreshed session and the session's new token. */
    record Refreshed(Account account, RefreshToken token) {}

    /**
     * Exchanges a token for its successor. The previous token yields the same successor again for a few seconds, as long
     * as the successor was not used. A token that is sent later is treated as stolen and ends the session.
     *
     * @throws ApiException 401 if the session has ended, 403 if the account is banned
     */
    Refreshed refresh(RefreshToken token) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        RefreshToken successor = chain.successor(token);
        Session session = rotation.rotate(token, successor, now).orElseGet(() -> requireJustReplaced(token, now));
        // read after the rotation, so that a ban or password change either is seen here or happens after this refresh
        Account account = accounts.find(session.userId()).orElseThrow(() -> ended(session, CommonError.NOT_AUTHORIZED));
        if (account.isBanned()) {
            throw ended(session, CommonError.ACCOUNT_BANNED);
        }
        if (account.sessionGeneration() != session.generation()) {
            throw ended(session, CommonError.NOT_AUTHORIZED);
        }
        return new Refreshed(account, successor);
    }

    private Session requireJustReplaced(RefreshToken token, Instant now) {
        Session session = sessions.findByIdAndExpiresAtAfter(token.sessionId(), now)
                .orElseThrow(() -> new ApiException(CommonError.NOT_AUTHORIZED));
        Position position = chain.position(token, session, now);
        if (position == Position.REPLACED) {
            log.warn("Session ended: sessionId={} reason=refresh-token-reused", session.id());
            throw ended(session, CommonError.NOT_AUTHORIZED);
        }
        if (position != Position.JUST_REPLACED) {
            throw new ApiException(CommonError.NOT_AUTHORIZED);
        }
        return session;
    }

    private ApiException ended(Session session, ErrorCode reason) {
        sessions.deleteById(session.id());
        return new ApiException(reason);
    }
}
