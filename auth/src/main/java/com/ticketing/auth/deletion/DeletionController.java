package com.ticketing.auth.deletion;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.session.SessionCookies;
import com.ticketing.auth.throttle.Throttle;
import com.ticketing.common.proxies.Proxies;
import com.ticketing.common.security.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Deletes the signed-in user's account. */
@RestController
class DeletionController {

    private final DeletionService deletions;
    private final SessionCookies cookies;
    private final Throttle throttle;
    private final Proxies proxies;

    DeletionController(DeletionService deletions, SessionCookies cookies, Throttle throttle, Proxies proxies) {
        this.deletions = deletions;
        this.cookies = cookies;
        this.throttle = throttle;
        this.proxies = proxies;
    }

    @DeleteMapping("/api/users/me")
    ResponseEntity<Void> delete(
            CurrentUser user, @Valid @RequestBody DeleteAccountRequest request, HttpServletRequest http) {
        Account confirmed = throttle.attempt(
                "password " + user.id(),
                proxies.clientAddress(http),
                () -> deletions.confirm(user.id(), request.password()));
        deletions.delete(confirmed);
        return ResponseEntity.noContent().headers(cookies.signOut()).build();
    }
}
