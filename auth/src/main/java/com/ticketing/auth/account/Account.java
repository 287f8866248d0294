package com.ticketing.auth.account;

import com.ticketing.common.events.UserBanned;
import com.ticketing.common.events.UserDeleted;
import com.ticketing.common.events.UserSessionEnded;
import com.ticketing.common.events.UserUnbanned;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.persistence.Aggregate;
import com.ticketing.common.security.CurrentUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * A user's account. A unique index on the email prevents a second account for the same address.
 *
 * <p>Of a deleted account only the id and the version remain. In place of the email, which the index requires, it has
 * its id, which is no valid address.
 */
@Document("accounts")
public class Account extends Aggregate {

    static final String EMAIL = "email";
    static final String ROLES = "roles";
    static final String BAN = "ban";
    static final String DELETED_AT = "deletedAt";

    @Field(EMAIL)
    private String email;

    private String passwordHash;

    /** Incremented to end all sessions: sessions of an older generation cannot be refreshed. */
    private int sessionGeneration;

    @Field(ROLES)
    private List<String> roles = List.of();

    /** The code of the user's {@link Language}; absent in accounts of earlier versions. */
    private @Nullable String language;

    @Field(BAN)
    private @Nullable Ban ban;

    /** When the last ban ended; absent while the user is banned or if the user never was. */
    private @Nullable Instant unbannedAt;

    /** When the account was deleted; absent while it exists. */
    @Field(DELETED_AT)
    private @Nullable Instant deletedAt;

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

    /** Sets the language of the user's emails. */
    void changeLanguage(Language newLanguage) {
        language = newLanguage.tag();
    }

    void changeEmail(EmailAddress newEmail) {
        email = newEmail.value();
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

    /** Gives the user a role, or takes it away. Access tokens that are issued from now on contain the change. */
    void setRole(String role, boolean has) {
        List<String> changed = new ArrayList<>(roles);
        changed.remove(role);
        if (has) {
            changed.add(role);
        }
        roles = List.copyOf(changed);
    }

    /**
     * Deletes the account permanently: erases what is personal and ends all sessions.
     *
     * @throws IllegalStateException if the account is deleted already
     */
    void delete(Instant at) {
        if (isDeleted()) {
            throw new IllegalStateException("Account " + id() + " is already deleted");
        }
        email = id();
        passwordHash = "";
        language = null;
        roles = List.of();
        ban = null;
        unbannedAt = null;
        sessionGeneration++;
        deletedAt = at;
        raise(new UserDeleted(id(), nextVersion(), at));
    }

    @Override
    protected void raiseCurrentState() {
        if (deletedAt != null) {
            raise(new UserDeleted(id(), version(), deletedAt));
        } else if (ban != null) {
            raise(new UserBanned(id(), version(), ban.at()));
        } else if (unbannedAt != null) {
            raise(new UserUnbanned(id(), version(), unbannedAt));
        }
    }

    /** Returns the language of the user's emails. */
    public Language language() {
        return Language.of(language);
    }

    public boolean isBanned() {
        return ban != null;
    }

    public boolean isDeleted() {
        return deletedAt != null;
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
