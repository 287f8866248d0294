package com.ticketing.auth.reset;

import com.ticketing.auth.AuthError;
import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.EmailAddress;
import com.ticketing.common.errors.ApiException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

@Service
@ConditionalOnProperty("auth.mail.url")
class PasswordResetService {

    private static final Logger log = LoggerFactory.getLogger(PasswordResetService.class);

    private final AccountService accounts;
    private final PasswordResets resets;
    private final Mailer mailer;
    private final MailProperties properties;
    private final Clock clock;

    PasswordResetService(
            AccountService accounts, PasswordResets resets, Mailer mailer, MailProperties properties, Clock clock) {
        this.accounts = accounts;
        this.resets = resets;
        this.mailer = mailer;
        this.properties = properties;
        this.clock = clock;
    }

    /** Has a letter sent, if there is such an account. Neither the answer nor its time tells whether there is. */
    void forgotten(EmailAddress email) {
        Thread.ofVirtual().name("reset-letter").start(() -> sendIfKnown(email));
    }

    private void sendIfKnown(EmailAddress email) {
        try {
            accounts.find(email).ifPresent(this::send);
        } catch (RuntimeException e) {
            // whoever asked has had their answer, and asks again when no letter comes
            log.error("A letter was not sent", e);
        }
    }

    private void send(Account account) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant expiresAt = now.plus(properties.life());
        ResetToken token = ResetToken.random();
        resets.removeExpired(now);
        if (resets.replace(
                new PasswordReset(account.id(), token.hash(), now, expiresAt), now.minus(properties.pause()))) {
            mailer.sendReset(new EmailAddress(account.identity().email()), token, expiresAt);
        }
    }

    /**
     * Gives the account another password, and ends all of its sessions.
     *
     * @throws ApiException 400 if the token is not the newest one, was used, or is too old
     */
    void reset(ResetToken token, String password) {
        PasswordReset reset = resets.take(token, clock.instant())
                .orElseThrow(() -> new ApiException(AuthError.RESET_LINK_INVALID).withField("token"));
        accounts.replacePassword(reset.userId(), password);
    }
}
