package com.ticketing.auth.account;

import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.servicetest.StoredDocuments.surviving;
import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.common.time.BackgroundTask;
import com.ticketing.servicetest.StoredDocuments;
import com.ticketing.testsupport.SignedIn;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoOperations;

/** Accounts that released versions have stored. */
@AuthTest
@ExtendWith(OutputCaptureExtension.class)
class StoredAccountIT {

    @Autowired
    MongoOperations mongo;

    @Autowired
    Accounts accounts;

    @Autowired
    @Qualifier("emailMigration")
    BackgroundTask migration;

    @Test
    void readsChangesAndWritesAnAccountOfVersion010() {
        StoredDocuments stored = new StoredDocuments(mongo, Account.class);
        Document released = stored.insert("0.1.0/account.json");

        Account account = accounts.find(released.getString("_id")).orElseThrow();
        assertThat(account.identity().email()).isEqualTo("stored-0-1-0@example.com");
        assertThat(account.sessionGeneration()).isEqualTo(2);
        assertThat(account.ban())
                .contains(new Account.Ban("6924f0a15c0b2e6d7c0000ee", Instant.parse("2026-11-25T10:00:00Z"), "Fraud"));
        account.unban(Instant.parse("2026-11-26T10:00:00Z"));
        accounts.save(account);

        Document saved = stored.get(released);
        assertThat(saved).doesNotContainKey("ban");
        assertThat(surviving(saved, "ban", "unbannedAt")).isEqualTo(surviving(released, "ban"));
    }

    @Test
    void republishesABanAndItsEndOnly() {
        Account account = accounts.save(Account.create(new EmailAddress(newEmail()), "a hash"));
        assertThat(accounts.republish(account.id())).as("never banned").isFalse();
        account.ban(new Account.Ban("admin", Instant.parse("2026-11-25T10:00:00Z"), null));
        accounts.save(account);
        assertThat(accounts.republish(account.id())).as("banned").isTrue();
        account.unban(Instant.parse("2026-11-26T10:00:00Z"));
        accounts.save(account);
        assertThat(accounts.republish(account.id())).as("unbanned").isTrue();
        assertThat(accounts.find(account.id()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void changesStoredEmailsToTheirNormalFormAndReportsTwoAccountsOfOneMailbox(CapturedOutput log) {
        String unique = SignedIn.newId();
        String outdated = store("ju\u0308rgen." + unique + "@b\u00FCcher.example");
        String normal = store("j\u00F6rg." + unique + "@example.com");
        String twin = store("jo\u0308rg." + unique + "@example.com");
        String invalid = store("ann\u200B." + unique + "@example.com");
        EmailAddress corrected = new EmailAddress("j\u00FCrgen." + unique + "@xn--bcher-kva.example");

        migration.wake();

        eventually(() -> assertThat(email(outdated)).isEqualTo(corrected.value()));
        eventually(() -> assertThat(log)
                .contains("Two accounts share one email: userId=" + twin + " otherUserId=" + normal)
                .contains("Account email is invalid: userId=" + invalid)
                .doesNotContain(unique + "@"));
        assertThat(email(twin)).isEqualTo("jo\u0308rg." + unique + "@example.com");
        assertThat(accounts.findByEmail(corrected))
                .get()
                .extracting(Account::id, Account::version)
                .containsExactly(outdated, 1L);
    }

    /** Stores an account as version 0.1.0 has stored it, and returns its id. */
    private String store(String email) {
        Account account = Account.create(new EmailAddress("stored@example.com"), "a hash");
        Document stored = new Document();
        mongo.getConverter().write(account, stored);
        mongo.getCollection("accounts").insertOne(stored.append("email", email).append("version", 0L));
        return account.id();
    }

    private String email(String id) {
        return accounts.find(id).orElseThrow().identity().email();
    }
}
