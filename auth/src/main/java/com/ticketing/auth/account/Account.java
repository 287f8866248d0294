package com.ticketing.auth.account;

import com.ticketing.common.events.UserBanned;
import com.ticketing.common.events.UserSessionEnded;
import com.ticketing.common.events.UserUnbanned;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.persistence.Aggregate;
import com.ticketing.common.security.CurrentUser;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;

/** A user's account. A unique index on the email prevents a second account for the same address. */
@Document("accounts")
public class Account extends Aggregate {

    static final String EMAIL = "email";

    @Field(EMAIL)
    private final String email;

    private String passwordHash;

    /** Incremented to end all sessions: sessions of an older generation cannot be refreshed. */
    private int sessionGeneration;

    private List<String> roles = List.of();

    private @Nullable Ban ban;

    /** When the last ban ended; absent while the user is banned or if the user never was. */
    private @Nullable Instant unbannedAt;

    @PersistenceCreator
    private Account(String id, String email, String passwordHash) {
        super(id);
        this.email = email;
        this.passwordHash = passwordHash;
    }

    static Account create(EmailAddress email, String passwordHash) {
        return new Account(TimeOrderedIds.next(), email.value(), passwordHash);
    }

    static Account createAdmin(EmailAddress email, String passwordHash) {
        Account admin = create(email, passwordHash);
        admin.roles = List.of(CurrentUser.ADMIN);
        return admin;
    }

    /** Replaces the hash by another hash of the same password; sessions stay valid. */
    void upgradeHash(String hash) {
        passwordHash = hash;
    }

    /**
     * Replaces the password and ends all sessions.
     *
     * @param ended the sessions whose access tokens can still be valid
     */
    void changePassword(String hash, Collection<String> ended, Instant at) {
        passwordHash = hash;
        sessionGeneration++;
        endSessions(ended, at);
    }

    /** Publishes that sessions have ended. */
    void endSessions(Collection<String> sessionIds, Instant at) {
        sessionIds.forEach(sessionId -> raise(new UserSessionEnded(id(), sessionId, at)));
    }

    /**
     * Bans the user and ends all sessions.
     *
     * @throws IllegalStateException if the account is banned already
     */
    void ban(Ban newBan) {
        if (isBanned()) {
            throw new IllegalStateException("Account " + id() + " is already banned");
        }
        ban = newBan;
        unbannedAt = null;
        sessionGeneration++;
        raise(new UserBanned(id(), nextVersion(), newBan.at()));
    }

    /**
     * Unbans the user.
     *
     * @throws IllegalStateException if the account is not banned
     */
    void unban(Instant at) {
        if (!isBanned()) {
            throw new IllegalStateException("Account " + id() + " is not banned");
        }
        ban = null;
        unbannedAt = at;
        raise(new UserUnbanned(id(), nextVersion(), at));
    }

    @Override
    protected void raiseCurrentState() {
        if (ban != null) {
            raise(new UserBanned(id(), version(), ban.at()));
        } else if (unbannedAt != null) {
            raise(new UserUnbanned(id(), version(), unbannedAt));
        }
    }

    public boolean isBanned() {
        return ban != null;
    }

    public Optional<Ban> ban() {
        return Optional.ofNullable(ban);
    }

    String passwordHash() {
        return passwordHash;
    }

    public int sessionGeneration() {
        return sessionGeneration;
    }

    /** Returns the user's claims for an access token. */
    public CurrentUser identity() {
        return new CurrentUser(id(), email, roles);
    }

    /**
     * A ban of an account.
     *
     * @param by the id of the admin who banned the user
     */
    public record Ban(String by, Instant at, @Nullable String reason) {}
}
