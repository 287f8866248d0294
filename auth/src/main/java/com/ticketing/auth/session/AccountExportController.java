package com.ticketing.auth.session;

import com.ticketing.auth.account.AccountService;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.security.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns all data of the signed-in user that this service stores. */
@RestController
class AccountExportController {

    private final AccountService accounts;
    private final SessionService sessions;

    AccountExportController(AccountService accounts, SessionService sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping("/api/users/me/export")
    AccountExport export(CurrentUser user, ClientDetails client) {
        return accounts.find(user.id())
                .map(account -> AccountExport.of(account, sessions.responses(user.id(), client)))
                .orElseThrow(() -> new ApiException(CommonError.NOT_AUTHORIZED));
    }
}
