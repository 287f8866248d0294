package com.ticketing.auth.account;

import com.ticketing.common.outbox.Aggregate;
import com.ticketing.common.security.CurrentUser;
import java.util.List;
import org.bson.types.ObjectId;
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

    @PersistenceCreator
    private Account(String id, String email, String passwordHash) {
        super(id);
        this.email = email;
        this.passwordHash = passwordHash;
    }

    static Account open(EmailAddress email, String passwordHash) {
        return new Account(new ObjectId().toHexString(), email.value(), passwordHash);
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

    String passwordHash() {
        return passwordHash;
    }

    public int sessionGeneration() {
        return sessionGeneration;
    }

    /** What a token tells of this person. */
    public CurrentUser identity() {
        return new CurrentUser(id(), email, List.of());
    }
}
