package com.ticketing.auth.reset;

import com.ticketing.auth.AuthError;
import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.PasswordService;
import com.ticketing.auth.mail.ConditionalOnMail;
import com.ticketing.auth.secret.LinkToken;
import com.ticketing.common.errors.ApiException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Resets passwords by token. */
@Service
@ConditionalOnMail
class PasswordResetService {

    private final PasswordResets resets;
    private final PasswordService passwords;
    private final AccountService accounts;
    private final Clock clock;

    PasswordResetService(PasswordResets resets, PasswordService passwords, AccountService accounts, Clock clock) {
        this.resets = resets;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Changes the password of the token's account and ends all of its sessions. The write that stores the password
     * makes all of the account's tokens invalid, so a failure before it does not consume the token.
     *
     * @throws ApiException 400 if the token was used, has expired, or the password or the email has changed since
     */
    void reset(LinkToken token, String password) {
        PasswordReset reset = resets.findByTokenHashAndExpiresAtAfter(token.hash(), clock.instant())
                .orElseThrow(() -> new ApiException(AuthError.RESET_LINK_INVALID).withField("token"));
        passwords.reset(reset.accountId(), generation(reset), Optional.ofNullable(reset.emailHash()), password);
        resets.deleteByTokenHash(token.hash());
    }

    private int generation(PasswordReset reset) {
        return Optional.ofNullable(reset.generation())
                .or(() -> accounts.find(reset.accountId()).map(Account::sessionGeneration))
                .orElseThrow(() -> new ApiException(AuthError.RESET_LINK_INVALID).withField("token"));
    }
}
