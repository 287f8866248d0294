package com.ticketing.auth.session;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.PasswordService;
import com.ticketing.auth.throttle.Throttle;
import com.ticketing.common.security.CurrentUser;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changes the signed-in user's password and ends the user's other sessions. */
@RestController
class PasswordController {

    private final PasswordService passwords;
    private final SessionService sessions;
    private final Throttle throttle;

    PasswordController(PasswordService passwords, SessionService sessions, Throttle throttle) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    @PostMapping("/api/users/password")
    UserResponse change(CurrentUser user, @Valid @RequestBody ChangePasswordRequest request, ClientDetails client) {
        Optional<Session> own = sessions.find(client, user.id());
        Account account = throttle.attempt(
                "password " + user.id(),
                client.address(),
                () -> passwords.change(user.id(), request.current(), request.password(), own.map(Session::id)));
        sessions.removeOthers(account, own);
        return UserResponse.of(account.identity());
    }
}
