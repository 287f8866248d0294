package com.ticketing.auth.reset;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.EmailAddress;
import com.ticketing.auth.mail.ConditionalOnMail;
import com.ticketing.auth.mail.LinkMail;
import com.ticketing.auth.mail.LinkMailer;
import com.ticketing.auth.mail.MailKind;
import com.ticketing.auth.mail.MailProperties;
import com.ticketing.auth.reset.ResetTokenIssuer.Issued;
import com.ticketing.auth.throttle.Throttle;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Sends password reset emails. */
@Service
@ConditionalOnMail
class PasswordResetMailService {

    private static final Logger log = LoggerFactory.getLogger(PasswordResetMailService.class);

    private final AccountService accounts;
    private final PasswordResets resets;
    private final ResetTokenIssuer tokens;
    private final LinkMailer mailer;
    private final Throttle throttle;
    private final MailProperties properties;
    private final Clock clock;

    PasswordResetMailService(
            AccountService accounts,
            PasswordResets resets,
            ResetTokenIssuer tokens,
            LinkMailer mailer,
            Throttle throttle,
            MailProperties properties,
            Clock clock) {
        this.throttle = throttle;
        this.properties = properties;
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
    void request(EmailAddress email, String address) {
        Thread.ofVirtual().name("password-reset-mail").start(() -> sendIfAccountExists(email, address));
    }

    private void sendIfAccountExists(EmailAddress email, String address) {
        try {
            accounts.find(email).filter(account -> mayRequest(email, address)).ifPresent(this::send);
        } catch (RuntimeException e) {
            // the response was already sent; the user requests another email if none arrives
            log.error("Email not sent: kind=password-reset", e);
        }
    }

    private boolean mayRequest(EmailAddress email, String address) {
        Optional<Duration> pause = throttle.admitRepeat(
                "reset-mail", "sign-in " + email.value(), address, properties.pause(), properties.longestPause());
        return pause.isEmpty();
    }

    private void send(Account account) {
        resets.deleteByExpiresAtLessThanEqual(clock.instant());
        Issued issued = tokens.issue(account);
        mailer.send(new LinkMail(
                MailKind.PASSWORD_RESET,
                new EmailAddress(account.identity().email()),
                account.language(),
                issued.token(),
                issued.expiresAt()));
    }
}
