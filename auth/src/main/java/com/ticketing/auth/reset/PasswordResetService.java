package com.ticketing.auth.reset;

import com.ticketing.auth.AuthError;
import com.ticketing.auth.account.PasswordService;
import com.ticketing.common.errors.ApiException;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/** Resets passwords by token. */
@Service
@ConditionalOnProperty("auth.mail.url")
class PasswordResetService {

    private final PasswordResets resets;
    private final PasswordService passwords;
    private final Clock clock;

    PasswordResetService(PasswordResets resets, PasswordService passwords, Clock clock) {
        this.resets = resets;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Changes the password of the token's account and ends all of its sessions.
     *
     * @throws ApiException 400 if the token was replaced, was used or has expired
     */
    void reset(ResetToken token, String password) {
        PasswordReset reset = resets.deleteByTokenHashAndExpiresAtAfter(token.hash(), clock.instant())
                .orElseThrow(() -> new ApiException(AuthError.RESET_LINK_INVALID).withField("token"));
        passwords.replace(reset.userId(), password);
    }
}
