package com.ticketing.auth.reset;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.EmailAddress;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/** Sends password reset emails. */
@Service
@ConditionalOnProperty("auth.mail.url")
class PasswordResetMailService {

    private static final Logger log = LoggerFactory.getLogger(PasswordResetMailService.class);

    private final AccountService accounts;
    private final PasswordResets resets;
    private final ResetTokenIssuer tokens;
    private final Mailer mailer;
    private final Clock clock;

    PasswordResetMailService(
            AccountService accounts, PasswordResets resets, ResetTokenIssuer tokens, Mailer mailer, Clock clock) {
        this.accounts = accounts;
        this.resets = resets;
        this.tokens = tokens;
        this.mailer = mailer;
        this.clock = clock;
    }

    /**
     * Sends an email if the address has an account. Works in the background, so that neither the response nor its time
     * reveals whether the account exists.
     */
    void request(EmailAddress email) {
        Thread.ofVirtual().name("password-reset-mail").start(() -> sendIfAccountExists(email));
    }

    private void sendIfAccountExists(EmailAddress email) {
        try {
            accounts.find(email).ifPresent(this::send);
        } catch (RuntimeException e) {
            // the response was already sent; the user requests another email if none arrives
            log.error("Email not sent: kind=password-reset", e);
        }
    }

    private void send(Account account) {
        resets.deleteByExpiresAtLessThanEqual(clock.instant());
        tokens.issue(account.id())
                .ifPresent(issued -> mailer.sendPasswordReset(
                        new EmailAddress(account.identity().email()), issued));
    }
}
