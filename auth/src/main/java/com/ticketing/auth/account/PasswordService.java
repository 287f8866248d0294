package com.ticketing.auth.account;

import com.ticketing.auth.AuthError;
import com.ticketing.common.digest.Sha256;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.persistence.WriteConflicts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Changes passwords. A changed password starts a new session generation, which ends the account's sessions. The same
 * write stores the events that make every process deny their tokens.
 */
@Service
public class PasswordService {

    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final OpenSessions sessions;
    private final AccountService accountService;
    private final Clock clock;

    PasswordService(
            Accounts accounts,
            PasswordHasher hasher,
            OpenSessions sessions,
            AccountService accountService,
            Clock clock) {
        this.accounts = accounts;
        this.accountService = accountService;
        this.hasher = hasher;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Changes the password after checking the current one.
     *
     * @param ownSession the session that does not end
     * @throws ApiException 400 if the current password is wrong, 401 if the account does not exist, 403 if it is banned
     */
    public Account change(String id, String current, String password, Optional<String> ownSession) {
        Account account = require(id);
        String checkedHash = account.passwordHash();
        if (!hasher.matches(current, Optional.of(checkedHash))) {
            throw wrongCurrentPassword();
        }
        AccountService.requireNotBanned(account);
        String hash = hasher.hash(password);
        return changeAndEndSessions(ownSession, hash, () -> {
            Account latest = require(id);
            if (!latest.passwordHash().equals(checkedHash)) {
                throw wrongCurrentPassword();
            }
            return latest;
        });
    }

    private static ApiException wrongCurrentPassword() {
        return new ApiException(AuthError.INVALID_CREDENTIALS).withField("current");
    }

    /**
     * Changes the password without checking the current one. The caller must have authorized the change for a session
     * generation and an email: the first change of that generation succeeds.
     *
     * @param emailHash the hash of the email; empty for any
     * @throws ApiException 400 if the account does not exist, is in another generation or has another email
     */
    public void reset(String id, int generation, Optional<String> emailHash, String password) {
        requireUnchanged(id, generation, emailHash);
        String hash = hasher.hash(password);
        changeAndEndSessions(Optional.empty(), hash, () -> requireUnchanged(id, generation, emailHash));
    }

    private Account requireUnchanged(String id, int generation, Optional<String> emailHash) {
        return accounts.findExisting(id)
                .filter(account -> account.sessionGeneration() == generation)
                .filter(account -> emailHash
                        .map(hash -> hash.equals(Sha256.hex(account.identity().email())))
                        .orElse(true))
                .orElseThrow(() -> new ApiException(AuthError.RESET_LINK_INVALID).withField("token"));
    }

    private Account changeAndEndSessions(Optional<String> ownSession, String hash, Supplier<Account> latest) {
        Set<String> published = new HashSet<>();
        ownSession.ifPresent(published::add);
        Account changed = WriteConflicts.retry(() -> {
            Account account = latest.get();
            List<String> ended = unpublished(account.id(), account.sessionGeneration() + 1, published);
            account.changePassword(hash, ended, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            Account saved = accounts.save(account);
            published.addAll(ended);
            return saved;
        });
        // a sign-in with the old password may have stored its session after the others were read
        accountService.publishEndedSessions(
                changed.id(), unpublished(changed.id(), changed.sessionGeneration(), published));
        return changed;
    }

    private List<String> unpublished(String userId, int generation, Set<String> published) {
        return sessions.olderThan(generation, userId).stream()
                .filter(session -> !published.contains(session))
                .toList();
    }

    private Account require(String id) {
        return accounts.findExisting(id).orElseThrow(() -> new ApiException(CommonError.NOT_AUTHORIZED));
    }
}
