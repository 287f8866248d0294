package com.ticketing.auth.session;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.session.RefreshTokenChain.Position;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    /** Returns the sessions that the tokens belong to, even if a token was replaced. */
    Stream<Session> find(List<RefreshToken> tokens) {
        return tokens.stream()
                .flatMap(token -> find(token, EnumSet.complementOf(EnumSet.of(Position.UNKNOWN))).stream());
    }

    private Optional<Session> find(RefreshToken token, Set<Position> positions) {
        Instant now = now();
        return sessions.findByIdAndExpiresAtAfter(token.sessionId(), now)
                .filter(session -> positions.contains(chain.position(token, session, now)));
    }

    /**
     * Returns the first token that can be exchanged. If there is none, returns the first token, so that its exchange is
     * rejected. An old token of another path or domain is not an attempt to use a stolen one.
     */
    Optional<RefreshToken> exchangeable(List<RefreshToken> tokens) {
        Optional<RefreshToken> first = tokens.stream().findFirst();
        return tokens.size() < 2
                ? first
                : tokens.stream()
                        .filter(token -> find(token, EnumSet.of(Position.CURRENT, Position.JUST_REPLACED))
                                .isPresent())
                        .findFirst()
                        .or(() -> first);
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
        find(List.of(token)).forEach(session -> sessions.deleteById(session.id()));
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

    /** Ends the account's sessions of older generations, except the client's own session, which joins the current one. */
    void endOthers(Account account, List<RefreshToken> own) {
        find(own)
                .filter(session -> session.userId().equals(account.id()))
                .findFirst()
                .ifPresent(session -> sessions.updateGeneration(session.id(), account.sessionGeneration()));
        sessions.deleteByUserIdAndGenerationLessThan(account.id(), account.sessionGeneration());
    }

    /** Returns the time in milliseconds, the precision that MongoDB stores. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
