package com.ticketing.auth.session;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.session.RefreshTokenChain.Position;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** Starts, finds and ends sessions. */
@Service
class SessionService {

    private final Sessions sessions;
    private final SessionLimit limit;
    private final RefreshTokenChain chain;
    private final AccountService accounts;
    private final SessionProperties properties;
    private final Clock clock;

    SessionService(
            Sessions sessions,
            SessionLimit limit,
            RefreshTokenChain chain,
            AccountService accounts,
            SessionProperties properties,
            Clock clock) {
        this.sessions = sessions;
        this.limit = limit;
        this.chain = chain;
        this.accounts = accounts;
        this.properties = properties;
        this.clock = clock;
    }

    /** Starts a session and returns its first refresh token. Ends a session of the account if it has too many. */
    RefreshToken start(Account account, String device) {
        RefreshToken token = RefreshToken.first();
        Instant now = now();
        sessions.insert(new Session(
                token.sessionId(),
                account.id(),
                account.sessionGeneration(),
                device,
                now,
                now,
                now.plus(properties.life()),
                token.hash(),
                null,
                0));
        limit.enforce(account.id());
        return token;
    }

    /** Returns the session that the token belongs to, even if the token was replaced. */
    Optional<Session> find(RefreshToken token) {
        Instant now = now();
        return sessions.findByIdAndExpiresAtAfter(token.sessionId(), now)
                .filter(session -> chain.position(token, session, now) != Position.UNKNOWN);
    }

    /** Returns the user's sessions, newest first. */
    List<Session> ofUser(String userId) {
        return accounts.find(userId)
                .map(account -> sessions.findByUserIdAndGenerationAndExpiresAtAfterOrderByIdDesc(
                        userId, account.sessionGeneration(), now(), Limit.of(properties.maxPerAccount())))
                .orElse(List.of());
    }

    /** Ends the session that the token belongs to, if there is one. */
    void end(RefreshToken token) {
        find(token).ifPresent(session -> sessions.deleteById(session.id()));
    }

    /**
     * Ends a session of the user.
     *
     * @throws ApiException 404 if the user has no such session
     */
    void end(String id, String userId) {
        if (sessions.deleteByIdAndUserId(id, userId) == 0) {
            throw new ApiException(CommonError.NOT_FOUND);
        }
    }

    /** Ends the account's sessions of older generations, except the token's own session, which joins the current one. */
    void endOthers(Account account, Optional<RefreshToken> own) {
        own.flatMap(this::find)
                .filter(session -> session.userId().equals(account.id()))
                .ifPresent(session -> sessions.updateGeneration(session.id(), account.sessionGeneration()));
        sessions.deleteByUserIdAndGenerationLessThan(account.id(), account.sessionGeneration());
    }

    /** Returns the time in milliseconds, the precision that MongoDB stores. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
