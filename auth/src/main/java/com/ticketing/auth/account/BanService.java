package com.ticketing.auth.account;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.persistence.WriteConflicts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Bans and unbans accounts. The same write stores the state and the events that the other services consume. */
@Service
public class BanService {

    private final Accounts accounts;
    private final OpenSessions sessions;
    private final AccountService accountService;
    private final Clock clock;

    BanService(Accounts accounts, OpenSessions sessions, AccountService accountService, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.accountService = accountService;
        this.clock = clock;
    }

    /**
     * Bans the account; a banned account is returned unchanged. The version of the admin's account is incremented
     * before, so that of admins who ban each other at the same moment, at least one save fails with a conflict and is
     * rejected when it is retried.
     *
     * @throws ApiException 404 if the account does not exist, 403 if the admin's is banned or deleted
     */
    public Account ban(String id, String adminId, @Nullable String reason) {
        List<String> ended = new ArrayList<>();
        AtomicBoolean isNew = new AtomicBoolean();
        Account banned = WriteConflicts.retry(() -> {
            Account account = require(id);
            if (account.isBanned()) {
                return account;
            }
            // the token of an admin may belong to no account: the roles are in the token
            if (!accounts.touch(adminId) && accounts.find(adminId).isPresent()) {
                throw new ApiException(CommonError.ACCOUNT_BANNED);
            }
            Instant now = now();
            account.ban(new Account.Ban(adminId, now, reason));
            // the tokens of these sessions must stay denied if the user is unbanned before they expire
            List<String> found = sessions.olderThan(account.sessionGeneration(), id);
            account.endSessions(found, now);
            Account saved = accounts.save(account);
            ended.addAll(found);
            isNew.set(true);
            return saved;
        });
        if (isNew.get()) {
            // a sign-in may have stored its session after the others were read
            List<String> missed = new ArrayList<>(sessions.olderThan(banned.sessionGeneration(), id));
            missed.removeAll(ended);
            accountService.publishEndedSessions(id, missed);
        }
        return banned;
    }

    /**
     * Unbans the account; an account without a ban is returned unchanged.
     *
     * @throws ApiException 404 if the account does not exist
     */
    public Account unban(String id) {
        return WriteConflicts.retry(() -> {
            Account account = require(id);
            if (!account.isBanned()) {
                return account;
            }
            account.unban(now());
            return accounts.save(account);
        });
    }

    private Account require(String id) {
        return accounts.findExisting(id).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
    }

    /** Returns the time in milliseconds, the precision that MongoDB stores. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
