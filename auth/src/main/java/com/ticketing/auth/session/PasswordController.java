package com.ticketing.auth.session;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.throttle.Throttle;
import com.ticketing.common.security.CurrentUser;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PasswordController {

    private final AccountService accounts;
    private final SessionService sessions;
    private final Throttle throttle;

    PasswordController(AccountService accounts, SessionService sessions, Throttle throttle) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    @PostMapping("/api/users/password")
    UserResponse change(CurrentUser user, @Valid @RequestBody ChangePasswordRequest request, Browser browser) {
        Account account = throttle.guess(
                "password " + user.id(),
                browser.address(),
                () -> accounts.changePassword(user.id(), request.current(), request.password()));
        sessions.endOthers(account, browser.refreshToken());
        return UserResponse.of(account.identity());
    }
}
