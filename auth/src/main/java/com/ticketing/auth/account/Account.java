package com.ticketing.auth.account;

import com.ticketing.common.events.UserBanned;
import com.ticketing.common.events.UserUnbanned;
import com.ticketing.common.persistence.Aggregate;
import com.ticketing.common.security.CurrentUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;

/** A person as the suite knows them. The unique index on the email is what makes a second account for it impossible. */
@Document("accounts")
public class Account extends Aggregate {

    static final String EMAIL = "email";

    @Field(EMAIL)
    private final String email;

    private String passwordHash;

    /** Grows when all sessions are to end: those of an older generation are not refreshed. */
    private int sessionGeneration;

    private List<String> roles = List.of();

    private @Nullable Ban ban;

    @PersistenceCreator
    private Account(String id, String email, String passwordHash) {
        super(id);
        this.email = email;
        this.passwordHash = passwordHash;
    }

    static Account open(EmailAddress email, String passwordHash) {
        return new Account(new ObjectId().toHexString(), email.value(), passwordHash);
    }

    static Account openAdmin(EmailAddress email, String passwordHash) {
        Account admin = open(email, passwordHash);
        admin.roles = List.of(CurrentUser.ADMIN);
        return admin;
    }

    /** The same password, hashed anew. */
    void rehash(String hash) {
        passwordHash = hash;
    }

    /** Another password. Whoever is signed in by the old one has to show the new one. */
    void changePassword(String hash) {
        passwordHash = hash;
        sessionGeneration++;
    }

    /** Keeps the person out, everywhere and at once. */
    void ban(Ban given) {
        if (isBanned()) {
            throw new IllegalStateException("Account " + id() + " is banned already");
        }
        ban = given;
        sessionGeneration++;
        raise(new UserBanned(id(), nextVersion(), given.at()));
    }

    /** Lets the person sign in again. */
    void unban(Instant at) {
        if (!isBanned()) {
            throw new IllegalStateException("Account " + id() + " is not banned");
        }
        ban = null;
        raise(new UserUnbanned(id(), nextVersion(), at));
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

    /** What a token tells of this person. */
    public CurrentUser identity() {
        return new CurrentUser(id(), email, roles);
    }

    /**
     * Why a person is kept out.
     *
     * @param by the admin who decided so
     */
    public record Ban(String by, Instant at, @Nullable String reason) {}
}
