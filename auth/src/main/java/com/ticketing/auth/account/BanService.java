package com.ticketing.auth.account;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.persistence.WriteConflicts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps people out and lets them back in. The write that does so carries the event that tells every service. */
@Service
public class BanService {

    private final Accounts accounts;
    private final Clock clock;

    BanService(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Bans the person, unless that is done already. */
    public Account ban(String id, String adminId, @Nullable String reason) {
        return WriteConflicts.retry(() -> {
            Account account = find(id);
            if (account.isBanned()) {
                return account;
            }
            account.ban(new Account.Ban(adminId, clock.instant().truncatedTo(ChronoUnit.MILLIS), reason));
            return accounts.save(account);
        });
    }

    /** Lifts the person's ban, if there is one. */
    public Account unban(String id) {
        return WriteConflicts.retry(() -> {
            Account account = find(id);
            if (!account.isBanned()) {
                return account;
            }
            account.unban(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return accounts.save(account);
        });
    }

    private Account find(String id) {
        return accounts.find(id).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
    }
}
