package com.ticketing.auth.account;

import static com.ticketing.servicetest.StoredDocuments.surviving;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.servicetest.StoredDocuments;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Accounts that released versions have stored. */
@AuthTest
class StoredAccountIT {

    @Autowired
    MongoOperations mongo;

    @Autowired
    Accounts accounts;

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
        Account account = accounts.save(Account.create(new EmailAddress("republished@example.com"), "a hash"));
        assertThat(accounts.republish(account.id())).as("never banned").isFalse();
        account.ban(new Account.Ban("admin", Instant.parse("2026-11-25T10:00:00Z"), null));
        accounts.save(account);
        assertThat(accounts.republish(account.id())).as("banned").isTrue();
        account.unban(Instant.parse("2026-11-26T10:00:00Z"));
        accounts.save(account);
        assertThat(accounts.republish(account.id())).as("unbanned").isTrue();
        assertThat(accounts.find(account.id()).orElseThrow().version()).isEqualTo(2);
    }
}
