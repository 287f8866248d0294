package com.ticketing.auth.session;

import com.ticketing.auth.AuthError;
import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.session.RefreshTokens.Position;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** Starts, finds and ends sessions. */
@Service
class SessionService {

    private final Sessions sessions;
    private final SessionLimit limit;
    private final SessionEnding ending;
    private final RefreshTokens tokens;
    private final AccountService accounts;
    private final SessionProperties properties;
    private final Clock clock;

    SessionService(
            Sessions sessions,
            SessionLimit limit,
            SessionEnding ending,
            RefreshTokens tokens,
            AccountService accounts,
            SessionProperties properties,
            Clock clock) {
        this.sessions = sessions;
        this.limit = limit;
        this.ending = ending;
        this.tokens = tokens;
        this.accounts = accounts;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Starts a session and returns its first refresh token. Ends a session of the account if it has too many.
     *
     * @throws ApiException 400 if the account's sessions were ended since it was read, by a new password or a ban
     */
    RefreshToken start(Account account, String device) {
        RefreshToken token = tokens.first();
        Instant now = now();
        Session session = sessions.insert(new Session(
                token.sessionId(),
                account.id(),
                account.sessionGeneration(),
                device,
                now,
                now,
                now.plus(properties.life()),
                token.hash(),
                null,
                0,
                null));
        // a password change or a ban either finds the session that was just stored, or is seen here
        if (!isCurrent(account)) {
            ending.remove(List.of(session));
            throw new ApiException(AuthError.INVALID_CREDENTIALS);
        }
        limit.enforce(account.id());
        return token;
    }

    private boolean isCurrent(Account account) {
        return accounts.find(account.id())
                .filter(latest -> latest.sessionGeneration() == account.sessionGeneration())
                .isPresent();
    }

    /**
     * Returns the client's token that can be exchanged. An old token in a cookie of another path or domain is not
     * treated as stolen as long as the client also sends a current one.
     */
    Optional<RefreshToken> exchangeable(List<RefreshToken> sent) {
        if (sent.size() < 2) {
            return sent.stream().findFirst();
        }
        Map<Position, RefreshToken> firstOfEach = new EnumMap<>(Position.class);
        sent.forEach(token -> firstOfEach.putIfAbsent(position(token), token));
        return firstOfEach.values().stream().findFirst();
    }

    private Position position(RefreshToken token) {
        Instant now = now();
        return sessions.findByIdAndExpiresAtAfter(token.sessionId(), now)
                .map(session -> tokens.position(token, session, now))
                .orElse(Position.UNKNOWN);
    }

    /** Returns the session that the token belongs to, even if the token was replaced. */
    Optional<Session> find(RefreshToken token) {
        Instant now = now();
        return sessions.findByIdAndExpiresAtAfter(token.sessionId(), now)
                .filter(session -> tokens.position(token, session, now) != Position.UNKNOWN);
    }

    private Stream<Session> find(List<RefreshToken> sent) {
        return sent.stream().map(this::find).flatMap(Optional::stream);
    }

    /**
     * Returns the user's session that one of the client's refresh tokens names, or otherwise its access token. The
     * client may also send tokens of other users.
     */
    Optional<Session> find(ClientDetails client, String userId) {
        return Stream.concat(find(client.refreshTokens()), findByAccessToken(client).stream())
                .filter(session -> session.userId().equals(userId))
                .findFirst();
    }

    private Optional<Session> findByAccessToken(ClientDetails client) {
        return Optional.ofNullable(client.sessionId()).flatMap(id -> sessions.findByIdAndExpiresAtAfter(id, now()));
    }

    /** Returns the user's sessions, newest first, and which of them is the client's. */
    List<SessionResponse> responses(String userId, ClientDetails client) {
        String currentId = find(client, userId).map(Session::id).orElse("");
        return ofUser(userId).stream()
                .map(session -> SessionResponse.of(session, currentId))
                .toList();
    }

    private List<Session> ofUser(String userId) {
        return accounts.find(userId)
                .map(account -> sessions.findByUserIdAndGenerationAndExpiresAtAfterOrderByIdDesc(
                        userId, account.sessionGeneration(), now(), Limit.of(properties.maxPerAccount())))
                .orElse(List.of());
    }

    /** Ends the session that the token belongs to, if there is one. */
    void end(RefreshToken token) {
        find(token).ifPresent(ending::end);
    }

    /** Ends the client's sessions: those of all its refresh tokens, and that of its access token. */
    void end(ClientDetails client) {
        find(client.refreshTokens()).forEach(ending::end);
        findByAccessToken(client).ifPresent(ending::end);
    }

    /**
     * Ends a session of the user.
     *
     * @throws ApiException 404 if the user has no such session
     */
    void end(String id, String userId) {
        ending.end(sessions.findByIdAndUserId(id, userId).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND)));
    }

    /**
     * Removes the account's sessions of older generations, except the given one, which joins the current generation.
     */
    void removeOthers(Account account, Optional<Session> own) {
        own.ifPresent(session -> sessions.updateGeneration(session.id(), account.sessionGeneration()));
        sessions.deleteByUserIdAndGenerationLessThan(account.id(), account.sessionGeneration());
    }

    /** Returns the time in milliseconds, the precision that MongoDB stores. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
