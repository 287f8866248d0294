package com.ticketing.auth.admin;

import com.ticketing.auth.AuthError;
import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.BanService;
import com.ticketing.auth.admin.AuditEntry.Action;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.security.CurrentUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class AdminService {

    private final AccountService accounts;
    private final BanService bans;
    private final AuditLog audit;

    AdminService(AccountService accounts, BanService bans, AuditLog audit) {
        this.accounts = accounts;
        this.bans = bans;
        this.audit = audit;
    }

    /** Reads the account, because a ban takes a moment to reach the list of denied tokens. */
    void requireNotBanned(CurrentUser user) {
        accounts.requireNotBanned(user.id());
    }

    List<Account> accounts(@Nullable String emailPrefix, Keyset page) {
        return accounts.page(emailPrefix == null ? "" : emailPrefix, page);
    }

    List<AuditEntry> audit(Keyset page) {
        return audit.entries(page);
    }

    Account ban(CurrentUser admin, String id, @Nullable String reason) {
        Account account = accounts.find(id).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
        if (admin.id().equals(id)) {
            throw new ApiException(AuthError.CANNOT_BAN_YOURSELF);
        }
        if (account.isBanned()) {
            return account;
        }
        audit.record(admin.id(), Action.BAN, id, reason);
        return bans.ban(id, admin.id(), reason);
    }

    Account unban(CurrentUser admin, String id, @Nullable String reason) {
        Account account = accounts.find(id).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
        if (!account.isBanned()) {
            return account;
        }
        audit.record(admin.id(), Action.UNBAN, id, reason);
        return bans.unban(id);
    }
}
