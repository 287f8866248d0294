package com.ticketing.auth.account;

import static com.ticketing.auth.TestAccounts.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.auth.AuthTest;
import com.ticketing.auth.account.AccountDeletion.Result;
import com.ticketing.common.errors.ApiException;
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

/** An admin remains, also if all admins delete their accounts or ban each other at the same moment. */
@AuthTest
class AccountDeletionIT {

    @Autowired
    Accounts accounts;

    @Autowired
    AccountDeletion deletion;

    @Autowired
    BanService bans;

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

            List<Callable<Result>> deletions = admins.stream()
                    .<Callable<Result>>map(admin -> () -> deletion.delete(admin))
                    .toList();
            assertThat(atOnce(deletions)).containsOnlyOnce(Result.LAST_ADMIN).hasSize(3);
        }
    }

    @Test
    void ofAdminsWhoBanEachOtherAtTheSameMomentOneRemains() throws Exception {
        for (int round = 0; round < 20; round++) {
            String one = admin().id();
            String other = admin().id();

            List<Callable<Boolean>> mutual = List.of(() -> tryBan(one, other), () -> tryBan(other, one));
            assertThat(atOnce(mutual)).containsExactlyInAnyOrder(true, false);
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

    /** Bans the user. Returns false if it was rejected, because the admin is banned. */
    private boolean tryBan(String id, String adminId) {
        try {
            return bans.ban(id, adminId, null).isBanned();
        } catch (ApiException rejected) {
            return false;
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException {
        CyclicBarrier together = new CyclicBarrier(calls.size());
        List<Callable<T>> waiting = calls.stream()
                .<Callable<T>>map(call -> () -> {
                    together.await();
                    return call.call();
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            return threads.invokeAll(waiting).stream().map(Future::resultNow).toList();
        }
    }
}
