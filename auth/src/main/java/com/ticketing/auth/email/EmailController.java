package com.ticketing.auth.email;

import com.ticketing.auth.account.EmailAddress;
import com.ticketing.auth.secret.LinkToken;
import com.ticketing.auth.throttle.Throttle;
import com.ticketing.common.proxies.Proxies;
import com.ticketing.common.security.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes the signed-in user's email. Sessions continue; their next access tokens contain the new email. */
@RestController
@RequestMapping("/api/users/email")
class EmailController {

    private final EmailChangeService changes;
    private final Throttle throttle;
    private final Proxies proxies;

    EmailController(EmailChangeService changes, Throttle throttle, Proxies proxies) {
        this.changes = changes;
        this.throttle = throttle;
        this.proxies = proxies;
    }

    /** An email in use counts as a wrong password, so that callers cannot try many emails to find accounts. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    EmailChangeResponse changeEmail(
            CurrentUser user, @Valid @RequestBody ChangeEmailRequest request, HttpServletRequest http) {
        String address = proxies.clientAddress(http);
        EmailAddress email = EmailAddress.require(request.email());
        return throttle.attempt(
                "password " + user.id(), address, () -> changes.request(user.id(), request.password(), email, address));
    }

    /** Needs no session, because the link may be opened on another device. */
    @PostMapping("/confirmation")
    Map<String, String> confirmEmail(@RequestBody ConfirmEmailRequest request, HttpServletRequest http) {
        String address = proxies.clientAddress(http);
        throttle.limitRequests(address);
        LinkToken token = new LinkToken(Objects.requireNonNullElse(request.token(), ""));
        throttle.attempt(address, () -> changes.confirm(token));
        return Map.of();
    }
}
