package com.ticketing.auth.session;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Opens sessions, carries them on from token to token, and ends them. */
@Service
class SessionService {

    private static final Logger log = LoggerFactory.getLogger(SessionService.class);

    /** How far back a stolen token is recognized: months of constant use, and milliseconds of hashing. */
    private static final long MOST_DESCENDANTS = 10_000;

    private final Sessions sessions;
    private final RefreshKeys keys;
    private final AccountService accounts;
    private final SessionProperties properties;
    private final Clock clock;

    SessionService(
            Sessions sessions, RefreshKeys keys, AccountService accounts, SessionProperties properties, Clock clock) {
        this.sessions = sessions;
        this.keys = keys;
        this.accounts = accounts;
        this.properties = properties;
        this.clock = clock;
    }

    /** A person and the token that refreshes their session. */
    record Refreshed(Account account, RefreshToken token) {}

    RefreshToken open(Account account, String device) {
        RefreshToken token = RefreshToken.first();
        Instant now = now();
        sessions.add(new Session(
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
        return token;
    }

    /**
     * Exchanges a token for its successor. A token that was used before gives the same successor again for a few seconds,
     * if that has not been used itself; after that somebody has a copy of it, and the session ends.
     *
     * @throws ApiException 401 if the session has ended, 403 if its person is banned
     */
    Refreshed refresh(RefreshToken token) {
        Instant now = now();
        RefreshToken successor = token.successor(keys.current());
        Session session = sessions.rotate(token, successor, now, now.plus(properties.life()))
                .or(() ->
                        sessions.find(token.sessionId(), now).filter(found -> isRepeated(token, successor, found, now)))
                .orElseThrow(() -> new ApiException(CommonError.NOT_AUTHORIZED));
        // read after the rotation: whatever ends the account's sessions is seen here or was too late for this token
        Optional<Account> account = accounts.find(session.userId());
        if (account.filter(Account::isBanned).isPresent()) {
            sessions.remove(session.id());
            throw new ApiException(CommonError.ACCOUNT_BANNED);
        }
        return account.filter(found -> found.sessionGeneration() == session.generation())
                .map(found -> new Refreshed(found, successor))
                .orElseThrow(() -> {
                    sessions.remove(session.id());
                    return new ApiException(CommonError.NOT_AUTHORIZED);
                });
    }

    private boolean isRepeated(RefreshToken token, RefreshToken successor, Session session, Instant now) {
        boolean isNext =
                token.hash().equals(session.previousHash()) && successor.hash().equals(session.tokenHash());
        if (isNext && !now.isAfter(session.lastUsedAt().plus(properties.reuse()))) {
            return true;
        }
        if (isAncestor(token, session)) {
            log.warn("A refresh token of session {} came back after its use; the session ends", session.id());
            sessions.remove(session.id());
        }
        return false;
    }

    /** The session that the token belongs to, however long ago. */
    Optional<Session> find(RefreshToken token) {
        return sessions.find(token.sessionId(), now())
                .filter(session -> token.hash().equals(session.tokenHash()) || isAncestor(token, session));
    }

    /** Every token follows from its predecessor, so an old one need not be stored to be known. */
    private boolean isAncestor(RefreshToken token, Session session) {
        RefreshKey key = keys.current();
        return Stream.iterate(token.successor(key), next -> next.successor(key))
                .limit(Math.min(session.rotations(), MOST_DESCENDANTS))
                .anyMatch(next -> next.hash().equals(session.tokenHash()));
    }

    List<Session> ofUser(String userId) {
        return accounts.find(userId)
                .map(account -> sessions.ofUser(userId, account.sessionGeneration(), now()))
                .orElse(List.of());
    }

    void end(RefreshToken token) {
        find(token).ifPresent(session -> sessions.remove(session.id()));
    }

    void end(String id, String userId) {
        if (!sessions.remove(id, userId)) {
            throw new ApiException(CommonError.NOT_FOUND);
        }
    }

    /** Ends all of a person's sessions but the one given, after the account has moved to a new generation. */
    void endOthers(Account account, Optional<RefreshToken> own) {
        own.flatMap(this::find)
                .filter(session -> session.userId().equals(account.id()))
                .ifPresent(session -> sessions.renew(session.id(), account.sessionGeneration()));
        sessions.removeOlderGenerations(account.id(), account.sessionGeneration());
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
