package com.ticketing.auth.account;

import static com.ticketing.auth.TestAccounts.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.auth.AuthTest;
import com.ticketing.auth.account.AccountDeletion.Result;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** An admin remains, also if all admins delete their accounts at the same moment. */
@AuthTest
class AccountDeletionIT {

    @Autowired
    Accounts accounts;

    @Autowired
    AccountDeletion deletion;

    @Autowired
    MongoOperations mongo;

    @BeforeEach
    void removeAdmins() {
        mongo.remove(query(where(Account.ROLES).is("admin")), Account.class);
    }

    @Test
    void keepsTheLastAdmin() {
        Account only = admin();

        assertThat(deletion.delete(only)).isEqualTo(Result.LAST_ADMIN);
        assertThat(accounts.findExisting(only.id())).isPresent();
    }

    @Test
    void countsNeitherBannedNorDeletedAdmins() {
        Account only = admin();
        Account banned = admin();
        banned.ban(new Account.Ban(only.id(), Instant.parse("2026-11-25T10:00:00Z"), null));
        accounts.save(banned);
        assertThat(deletion.delete(admin())).isEqualTo(Result.DELETED);

        assertThat(deletion.delete(accounts.find(only.id()).orElseThrow())).isEqualTo(Result.LAST_ADMIN);
    }

    @Test
    void ofAdminsWhoDeleteTheirAccountsAtTheSameMomentOneRemains() throws Exception {
        for (int round = 0; round < 20; round++) {
            removeAdmins();
            List<Account> admins = List.of(admin(), admin(), admin());

            assertThat(deleteAtOnce(admins)).containsOnlyOnce(Result.LAST_ADMIN).hasSize(3);
        }
    }

    @Test
    void aReplayedDeletionDeletesTheAccountOfARestoredBackup() {
        Account restored = accounts.save(Account.create(new EmailAddress(newEmail()), "a hash"));

        deletion.onDeleted(restored.id());
        deletion.onDeleted(restored.id());

        Account deleted = accounts.find(restored.id()).orElseThrow();
        assertThat(deleted.isDeleted()).isTrue();
        assertThat(deleted.version()).isEqualTo(restored.version() + 1);
    }

    @Test
    void republishesTheDeletion() {
        Account account = accounts.save(Account.create(new EmailAddress(newEmail()), "a hash"));
        deletion.delete(account);

        assertThat(accounts.republish(account.id())).isTrue();
        assertThat(accounts.find(account.id()).orElseThrow().isDeleted()).isTrue();
        assertThat(accounts.findExisting(account.id())).isEmpty();
    }

    private Account admin() {
        return accounts.save(Account.createAdmin(new EmailAddress(newEmail()), "a hash"));
    }

    private List<Result> deleteAtOnce(List<Account> admins) throws InterruptedException {
        CyclicBarrier together = new CyclicBarrier(admins.size());
        List<Callable<Result>> deletions = admins.stream()
                .<Callable<Result>>map(admin -> () -> {
                    together.await();
                    return deletion.delete(admin);
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(admins.size())) {
            return threads.invokeAll(deletions).stream().map(Future::resultNow).toList();
        }
    }
}
