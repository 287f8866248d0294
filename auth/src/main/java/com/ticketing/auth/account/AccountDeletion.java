package com.ticketing.auth.account;

import com.ticketing.auth.AuthError;
import com.ticketing.common.bans.DeletionAction;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.persistence.WriteConflicts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/**
 * Deletes accounts. The same write erases the account and stores the event by which all services, this one included,
 * erase what else they store about the user.
 */
@Service
public class AccountDeletion implements DeletionAction {

    private final Accounts accounts;
    private final Clock clock;

    AccountDeletion(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The result of a request to delete an account. */
    public enum Result {
        DELETED,
        /** The account stays, because no other one could replace it. */
        LAST_ADMIN
    }

    /**
     * Deletes the account, if its password has not changed and it was not banned since it was read.
     *
     * @throws ApiException 400 otherwise
     */
    public Result delete(Account confirmed) {
        return WriteConflicts.retry(() -> {
            Account account = accounts.findExisting(confirmed.id())
                    .filter(latest -> latest.sessionGeneration() == confirmed.sessionGeneration())
                    .orElseThrow(() -> new ApiException(AuthError.INVALID_CREDENTIALS).withField("password"));
            if (account.identity().isAdmin() && !accounts.touchOtherAdmin(account.id())) {
                return Result.LAST_ADMIN;
            }
            deleteNow(account);
            return Result.DELETED;
        });
    }

    /** Deletes the account again if it was restored from an older backup. */
    @Override
    public void onDeleted(String userId) {
        WriteConflicts.retry(() -> accounts.findExisting(userId).ifPresent(this::deleteNow));
    }

    private void deleteNow(Account account) {
        account.delete(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        accounts.save(account);
    }
}
