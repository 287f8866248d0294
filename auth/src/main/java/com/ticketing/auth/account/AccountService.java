package com.ticketing.auth.account;

import com.ticketing.auth.AuthError;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.WriteConflicts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Creates accounts, checks credentials and finds accounts. */
@Service
public class AccountService {

    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final Clock clock;

    AccountService(Accounts accounts, PasswordHasher hasher, Clock clock) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.clock = clock;
    }

    /**
     * Creates an account.
     *
     * @param language of the user's emails
     * @throws ApiException 400 if the email is in use
     */
    public Account signUp(EmailAddress email, String password, Language language) {
        // avoids the expensive hash in most cases; for concurrent sign-ups the unique index decides
        if (accounts.existsByEmail(email)) {
            throw emailInUse();
        }
        try {
            Account account = Account.create(email, hasher.hash(password));
            account.changeLanguage(language);
            return accounts.save(account);
        } catch (DuplicateKeyException e) {
            throw emailInUse();
        }
    }

    private static ApiException emailInUse() {
        return new ApiException(AuthError.EMAIL_IN_USE).withField("email");
    }

    /**
     * Returns the account that the credentials belong to. An unknown email and a wrong password cause the same error
     * after the same amount of work, so that callers cannot find out which emails have accounts.
     *
     * @throws ApiException 400 if the credentials are wrong, 403 if the account is banned
     */
    public Account authenticate(EmailAddress email, String password) {
        Optional<Account> found = accounts.findByEmail(email);
        boolean matches = hasher.matches(password, found.map(Account::passwordHash));
        Account account =
                found.filter(any -> matches).orElseThrow(() -> new ApiException(AuthError.INVALID_CREDENTIALS));
        requireNotBanned(account);
        return hasher.isOutdated(account.passwordHash()) ? upgradeHash(account, password) : account;
    }

    /**
     * Returns the signed-in user's account after checking the password, which is required because a session on an
     * unlocked device must not be enough.
     *
     * @throws ApiException 400 if the password is wrong, 401 if the account does not exist, 403 if it is banned
     */
    public Account confirmPassword(String id, String password) {
        Account account = accounts.findExisting(id).orElseThrow(() -> new ApiException(CommonError.NOT_AUTHORIZED));
        if (!hasher.matches(password, Optional.of(account.passwordHash()))) {
            throw new ApiException(AuthError.INVALID_CREDENTIALS).withField("password");
        }
        requireNotBanned(account);
        return account;
    }

    /**
     * Changes the email of the account if it is still in the session generation for which the change was authorized.
     * Among concurrent changes to one email, the unique index decides.
     *
     * @return the changed account; empty if it is in another generation or does not exist
     * @throws ApiException 400 if the email is in use
     */
    public Optional<Account> changeEmail(String id, int generation, EmailAddress email) {
        return WriteConflicts.retry(() -> accounts.findExisting(id)
                .filter(account -> account.sessionGeneration() == generation)
                .map(account -> {
                    account.changeEmail(email);
                    return saveEmail(account);
                }));
    }

    /** Stores the language that the user's client asks for, if it differs from the stored one. */
    public void changeLanguage(Account account, Language language) {
        if (account.language() != language) {
            WriteConflicts.retry(() -> accounts.findExisting(account.id()).ifPresent(newest -> {
                newest.changeLanguage(language);
                accounts.save(newest);
            }));
        }
    }

    private Account saveEmail(Account account) {
        try {
            return accounts.save(account);
        } catch (DuplicateKeyException e) {
            throw emailInUse();
        }
    }

    /**
     * Checks that no other account has the email. A concurrent change can still take it.
     *
     * @throws ApiException 400 if the email is in use
     */
    public void requireFree(EmailAddress email, Account owner) {
        if (accounts.findByEmail(email)
                .filter(other -> !other.id().equals(owner.id()))
                .isPresent()) {
            throw emailInUse();
        }
    }

    /** Hashes the password with the current parameters; only a sign-in has the password in plain text. */
    private Account upgradeHash(Account authenticated, String password) {
        String outdated = authenticated.passwordHash();
        String upgraded = hasher.hash(password);
        return WriteConflicts.retry(() -> {
            Account account = accounts.findExisting(authenticated.id())
                    .orElseThrow(() -> new ApiException(AuthError.INVALID_CREDENTIALS));
            if (!account.passwordHash().equals(outdated)) {
                return account;
            }
            account.upgradeHash(upgraded);
            return accounts.save(account);
        });
    }

    /**
     * Checks that the account is neither banned nor deleted. An unknown id passes.
     *
     * @throws ApiException 403 if the account is banned, 401 if it is deleted
     */
    public void requireNotBannedOrDeleted(String id) {
        accounts.find(id).ifPresent(account -> {
            if (account.isDeleted()) {
                throw new ApiException(CommonError.NOT_AUTHORIZED);
            }
            requireNotBanned(account);
        });
    }

    static void requireNotBanned(Account account) {
        if (account.isBanned()) {
            throw new ApiException(CommonError.ACCOUNT_BANNED);
        }
    }

    /** Returns the account unless it is deleted. */
    public Optional<Account> find(String id) {
        return accounts.findExisting(id);
    }

    public Optional<Account> find(EmailAddress email) {
        return accounts.findByEmail(email);
    }

    /** Publishes that sessions of the user have ended, so that every process denies their tokens. */
    public void publishEndedSessions(String id, Collection<String> sessionIds) {
        if (sessionIds.isEmpty()) {
            return;
        }
        WriteConflicts.retry(() -> accounts.findExisting(id).ifPresent(account -> {
            account.endSessions(sessionIds, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            accounts.save(account);
        }));
    }

    /**
     * Returns a page of the accounts whose email starts with the prefix, newest first.
     *
     * @param ids limits the accounts to these; null for no limit
     */
    public List<Account> page(String emailPrefix, @Nullable Collection<String> ids, Keyset page) {
        return accounts.page(emailPrefix, ids, page);
    }
}
