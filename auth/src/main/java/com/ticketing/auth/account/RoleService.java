package com.ticketing.auth.account;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.persistence.WriteConflicts;
import org.springframework.stereotype.Service;

/** Gives roles to accounts and takes them away. */
@Service
public class RoleService {

    private final Accounts accounts;

    RoleService(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Gives the account the role, or takes it away.
     *
     * @throws ApiException 404 if the account does not exist
     */
    public Account set(String id, String role, boolean has) {
        return WriteConflicts.retry(() -> {
            Account account = accounts.findExisting(id).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
            if (account.identity().roles().contains(role) == has) {
                return account;
            }
            account.setRole(role, has);
            return accounts.save(account);
        });
    }
}
