package com.ticketing.auth.admin;

import com.ticketing.auth.AuthError;
import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.BanService;
import com.ticketing.auth.account.RoleService;
import com.ticketing.auth.admin.AuditEntry.Action;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.security.CurrentUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The use cases of admins. Each ban, unban and change of a role is written to the audit log before it takes effect. */
@Service
class AdminService {

    private final AccountService accounts;
    private final BanService bans;
    private final RoleService roles;
    private final AuditLog audit;

    AdminService(AccountService accounts, BanService bans, RoleService roles, AuditLog audit) {
        this.accounts = accounts;
        this.bans = bans;
        this.roles = roles;
        this.audit = audit;
    }

    /**
     * Rejects a banned or deleted admin. The account is read from the database, because a ban or a deletion reaches the
     * deny list of access tokens only after its event was delivered.
     *
     * @throws ApiException {@link CommonError#ACCOUNT_BANNED} or {@link CommonError#NOT_AUTHORIZED}
     */
    void requireNotBannedOrDeleted(CurrentUser user) {
        accounts.requireNotBannedOrDeleted(user.id());
    }

    List<Account> accounts(@Nullable String emailPrefix, @Nullable List<String> ids, Keyset page) {
        return accounts.page(emailPrefix == null ? "" : emailPrefix, ids, page);
    }

    List<AuditEntry> auditEntries(Keyset page) {
        return audit.page(page);
    }

    /**
     * Bans the account; a banned account is returned unchanged.
     *
     * @throws ApiException 404 if the account does not exist, 400 if it is the admin's own, 403 if the admin's account
     *     is banned or deleted
     */
    Account ban(CurrentUser admin, String id, @Nullable String reason) {
        Account account = require(id);
        if (admin.id().equals(id)) {
            throw new ApiException(AuthError.CANNOT_BAN_YOURSELF);
        }
        if (account.isBanned()) {
            return account;
        }
        audit.record(admin.id(), Action.BAN, id, reason);
        return bans.ban(id, admin.id(), reason);
    }

    /**
     * Unbans the account; an account without a ban is returned unchanged.
     *
     * @throws ApiException 404 if the account does not exist
     */
    Account unban(CurrentUser admin, String id, @Nullable String reason) {
        Account account = require(id);
        if (!account.isBanned()) {
            return account;
        }
        audit.record(admin.id(), Action.UNBAN, id, reason);
        return bans.unban(id);
    }

    /**
     * Gives and takes roles; a role that the account has or lacks already stays unchanged.
     *
     * @throws ApiException 404 if the account does not exist
     */
    Account changeRoles(CurrentUser admin, String id, RolesRequest request) {
        Account account = require(id);
        for (String role : request.added()) {
            if (!account.identity().roles().contains(role)) {
                audit.record(admin.id(), Action.ADD_ROLE, id, role);
                account = roles.set(id, role, true);
            }
        }
        for (String role : request.removed()) {
            if (account.identity().roles().contains(role)) {
                audit.record(admin.id(), Action.REMOVE_ROLE, id, role);
                account = roles.set(id, role, false);
            }
        }
        return account;
    }

    private Account require(String id) {
        return accounts.find(id).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
    }
}
