package com.ticketing.auth.reset;

import com.ticketing.auth.AuthError;
import com.ticketing.auth.account.AcceptablePassword;
import com.ticketing.auth.account.EmailAddress;
import com.ticketing.auth.account.ValidEmail;
import com.ticketing.auth.throttle.ClientAddresses;
import com.ticketing.auth.throttle.Throttle;
import com.ticketing.common.errors.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Only where letters can be sent; elsewhere there are no such routes. */
@RestController
@RequestMapping("/api/users/password")
@ConditionalOnProperty("auth.mail.url")
class PasswordResetController {

    private final PasswordResetService resets;
    private final Throttle throttle;
    private final ClientAddresses addresses;

    PasswordResetController(PasswordResetService resets, Throttle throttle, ClientAddresses addresses) {
        this.resets = resets;
        this.throttle = throttle;
        this.addresses = addresses;
    }

    /** Who has forgotten. */
    record ForgottenRequest(@ValidEmail String email) {

        /** Without the address. */
        @Override
        public String toString() {
            return "ForgottenRequest";
        }
    }

    /** What the letter said, and what is to be. */
    record ResetRequest(
            @NotEmpty(message = "{reset-token-missing}") String token,
            @AcceptablePassword String password) {

        /** Without the secrets. */
        @Override
        public String toString() {
            return "ResetRequest";
        }
    }

    @PostMapping("/forgotten")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> forgotten(@Valid @RequestBody ForgottenRequest request, HttpServletRequest from) {
        throttle.admit(addresses.of(from));
        resets.forgotten(EmailAddress.parse(request.email())
                .orElseThrow(() -> new ApiException(AuthError.EMAIL_INVALID).withField("email")));
        return Map.of();
    }

    @PostMapping("/reset")
    Map<String, String> reset(@Valid @RequestBody ResetRequest request, HttpServletRequest from) {
        throttle.admit(addresses.of(from));
        resets.reset(new ResetToken(request.token()), request.password());
        return Map.of();
    }
}
