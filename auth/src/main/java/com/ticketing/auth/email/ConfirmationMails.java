package com.ticketing.auth.email;

import com.ticketing.auth.AuthError;
import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.EmailAddress;
import com.ticketing.auth.mail.ConditionalOnMail;
import com.ticketing.auth.mail.LinkMail;
import com.ticketing.auth.mail.LinkMailer;
import com.ticketing.auth.mail.MailKind;
import com.ticketing.auth.mail.MailProperties;
import com.ticketing.auth.secret.LinkToken;
import com.ticketing.auth.throttle.Throttle;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends the emails that confirm a new address, to that address. */
@Component
@ConditionalOnMail
class ConfirmationMails {

    private static final Logger log = LoggerFactory.getLogger(ConfirmationMails.class);

    private final AccountService accounts;
    private final EmailChanges changes;
    private final LinkMailer mailer;
    private final MailProperties properties;
    private final Throttle throttle;
    private final Clock clock;

    ConfirmationMails(
            AccountService accounts,
            EmailChanges changes,
            LinkMailer mailer,
            MailProperties properties,
            Throttle throttle,
            Clock clock) {
        this.accounts = accounts;
        this.changes = changes;
        this.mailer = mailer;
        this.properties = properties;
        this.throttle = throttle;
        this.clock = clock;
    }

    /**
     * Stores the change and sends its link in the background.
     *
     * @throws ApiException 429 if the account has requested an email recently, or another account one to the same
     *     address
     */
    void send(Account account, EmailAddress email, String address) {
        requirePause("account " + account.id(), address);
        requirePause("address " + email.value(), address);
        LinkToken token = LinkToken.random();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant expiresAt = now.plus(properties.life());
        changes.deleteByExpiresAtLessThanEqual(now);
        changes.save(
                new EmailChange(account.id(), email.value(), token.hash(), account.sessionGeneration(), expiresAt));
        // a deletion either removes the change that was just stored, or is seen here
        if (accounts.find(account.id()).isEmpty()) {
            changes.deleteById(account.id());
            throw new ApiException(CommonError.NOT_AUTHORIZED);
        }
        LinkMail mail = new LinkMail(MailKind.EMAIL_CHANGE, email, account.language(), token, expiresAt);
        Thread.ofVirtual().name("email-change-mail").start(() -> send(mail));
    }

    private void send(LinkMail mail) {
        try {
            mailer.send(mail);
        } catch (RuntimeException e) {
            // the response was already sent; the user requests another email if none arrives
            log.error("Email not sent: kind=email-change", e);
        }
    }

    private void requirePause(String recipient, String address) {
        Optional<Duration> pause = throttle.admitRepeat(
                MailKind.EMAIL_CHANGE.label(), recipient, address, properties.pause(), properties.longestPause());
        if (pause.isPresent()) {
            throw new ApiException(AuthError.TOO_MANY_ATTEMPTS).withRetryAfter(pause.get());
        }
    }
}
