package com.ticketing.auth.account;

import com.ticketing.auth.AuthError;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.WriteConflicts;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Opens accounts and tells whose they are. */
@Service
public class AccountService {

    private final Accounts accounts;
    private final PasswordHasher hasher;

    AccountService(Accounts accounts, PasswordHasher hasher) {
        this.accounts = accounts;
        this.hasher = hasher;
    }

    /**
     * Opens an account.
     *
     * @throws ApiException 400 if the address has one already
     */
    public Account signUp(EmailAddress email, String password) {
        // spares the costly hash; among those who ask at once the unique index decides
        if (accounts.isTaken(email)) {
            throw emailInUse();
        }
        try {
            return accounts.save(Account.open(email, hasher.hash(password)));
        } catch (DuplicateKeyException e) {
            throw emailInUse();
        }
    }

    private static ApiException emailInUse() {
        return new ApiException(AuthError.EMAIL_IN_USE).withField("email");
    }

    /**
     * The account that these credentials open.
     *
     * @throws ApiException 400, in the same words and after the same work whether the address or the password is wrong;
     *     403 if the person is banned
     */
    public Account authenticate(EmailAddress email, String password) {
        Optional<Account> account = accounts.findByEmail(email);
        boolean matches = hasher.matches(password, account.map(Account::passwordHash));
        Account owner =
                account.filter(found -> matches).orElseThrow(() -> new ApiException(AuthError.INVALID_CREDENTIALS));
        requireNotBanned(owner);
        return upgraded(owner, password);
    }

    /**
     * Refuses banned people.
     *
     * @throws ApiException 403 if this is one
     */
    public void requireNotBanned(String id) {
        accounts.find(id).ifPresent(AccountService::requireNotBanned);
    }

    private static void requireNotBanned(Account account) {
        if (account.isBanned()) {
            throw new ApiException(CommonError.ACCOUNT_BANNED);
        }
    }

    public Optional<Account> find(String id) {
        return accounts.find(id);
    }

    public Optional<Account> find(EmailAddress email) {
        return accounts.findByEmail(email);
    }

    /** Gives the account another password without asking for the current one: who calls must know that it may be. */
    public void replacePassword(String id, String password) {
        String hash = hasher.hash(password);
        WriteConflicts.retry(() -> {
            Account account = accounts.find(id).orElseThrow(() -> new ApiException(CommonError.NOT_AUTHORIZED));
            account.changePassword(hash);
            return accounts.save(account);
        });
    }

    /** The accounts whose address begins so, newest first. */
    public List<Account> page(String emailPrefix, Keyset page) {
        return accounts.page(emailPrefix, page);
    }

    /**
     * Gives the account another password.
     *
     * @throws ApiException 400 if the current one is wrong, 401 if there is no such account, 403 if the person is banned
     */
    public Account changePassword(String id, String current, String password) {
        Account account = accounts.find(id).orElseThrow(() -> new ApiException(CommonError.NOT_AUTHORIZED));
        requireNotBanned(account);
        String proven = account.passwordHash();
        if (!hasher.matches(current, Optional.of(proven))) {
            throw new ApiException(AuthError.INVALID_CREDENTIALS).withField("current");
        }
        String hash = hasher.hash(password);
        return WriteConflicts.retry(() -> {
            Account latest = accounts.find(id).orElseThrow(() -> new ApiException(CommonError.NOT_AUTHORIZED));
            if (!latest.passwordHash().equals(proven)) {
                throw new ApiException(AuthError.INVALID_CREDENTIALS).withField("current");
            }
            latest.changePassword(hash);
            return accounts.save(latest);
        });
    }

    /** The one time that the password is at hand to be hashed as it would be today. */
    private Account upgraded(Account account, String password) {
        String weak = account.passwordHash();
        if (!hasher.isOutdated(weak)) {
            return account;
        }
        String strong = hasher.hash(password);
        return WriteConflicts.retry(() -> {
            Account current = accounts.find(account.id()).orElseThrow();
            if (!current.passwordHash().equals(weak)) {
                return current;
            }
            current.rehash(strong);
            return accounts.save(current);
        });
    }
}
