package com.ticketing.auth.account;

import com.ticketing.auth.AuthError;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.persistence.WriteConflicts;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Changes passwords. A changed password starts a new session generation, which ends the account's sessions. */
@Service
public class PasswordService {

    private final Accounts accounts;
    private final PasswordHasher hasher;

    PasswordService(Accounts accounts, PasswordHasher hasher) {
        this.accounts = accounts;
        this.hasher = hasher;
    }

    /**
     * Changes the password after checking the current one.
     *
     * @throws ApiException 400 if the current password is wrong, 401 if the account does not exist, 403 if it is banned
     */
    public Account change(String id, String current, String password) {
        Account account = require(id);
        AccountService.requireNotBanned(account);
        String checkedHash = account.passwordHash();
        if (!hasher.matches(current, Optional.of(checkedHash))) {
            throw wrongCurrentPassword();
        }
        String hash = hasher.hash(password);
        return WriteConflicts.retry(() -> {
            Account latest = require(id);
            if (!latest.passwordHash().equals(checkedHash)) {
                throw wrongCurrentPassword();
            }
            latest.changePassword(hash);
            return accounts.save(latest);
        });
    }

    private static ApiException wrongCurrentPassword() {
        return new ApiException(AuthError.INVALID_CREDENTIALS).withField("current");
    }

    /**
     * Changes the password without checking the current one. The caller must have authorized the change.
     *
     * @throws ApiException 401 if the account does not exist
     */
    public Account replace(String id, String password) {
        String hash = hasher.hash(password);
        return WriteConflicts.retry(() -> {
            Account account = require(id);
            account.changePassword(hash);
            return accounts.save(account);
        });
    }

    private Account require(String id) {
        return accounts.find(id).orElseThrow(() -> new ApiException(CommonError.NOT_AUTHORIZED));
    }
}
