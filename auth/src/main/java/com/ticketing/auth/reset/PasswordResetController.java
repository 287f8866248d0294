package com.ticketing.auth.reset;

import com.ticketing.auth.account.EmailAddress;
import com.ticketing.auth.mail.ConditionalOnMail;
import com.ticketing.auth.secret.LinkToken;
import com.ticketing.auth.throttle.Throttle;
import com.ticketing.common.proxies.Proxies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The routes of password reset. They exist only if emails can be sent. */
@RestController
@RequestMapping("/api/users/password")
@ConditionalOnMail
class PasswordResetController {

    private final PasswordResetMailService mails;
    private final PasswordResetService resets;
    private final Throttle throttle;
    private final Proxies proxies;

    PasswordResetController(
            PasswordResetMailService mails, PasswordResetService resets, Throttle throttle, Proxies proxies) {
        this.mails = mails;
        this.resets = resets;
        this.throttle = throttle;
        this.proxies = proxies;
    }

    @PostMapping("/forgotten")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> forgotten(@Valid @RequestBody ForgottenPasswordRequest request, HttpServletRequest http) {
        String address = proxies.clientAddress(http);
        throttle.limitRequests(address);
        mails.request(EmailAddress.require(request.email()), address);
        return Map.of();
    }

    @PostMapping("/reset")
    Map<String, String> reset(@Valid @RequestBody ResetPasswordRequest request, HttpServletRequest http) {
        String address = proxies.clientAddress(http);
        throttle.limitRequests(address);
        LinkToken token = new LinkToken(request.token());
        throttle.attempt(address, () -> resets.reset(token, request.password()));
        return Map.of();
    }
}
