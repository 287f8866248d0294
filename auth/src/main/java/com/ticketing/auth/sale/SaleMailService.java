package com.ticketing.auth.sale;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.EmailAddress;
import com.ticketing.auth.mail.ConditionalOnSmtp;
import com.ticketing.auth.mail.Email;
import com.ticketing.auth.mail.MailKind;
import com.ticketing.auth.mail.SmtpMailer;
import com.ticketing.common.events.OrderCompleted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Service;

/**
 * Sends the emails about sales, at least once: a process that ends between the acceptance by the SMTP server and the
 * update of the database causes a duplicate with the same {@code Message-ID}.
 */
@Service
@ConditionalOnSmtp
class SaleMailService {

    /** Sales that are older cause no email: replays, and the history that a new subscription receives. */
    static final Duration MAX_SALE_AGE = Duration.ofDays(3);

    /** Longer than {@link #MAX_SALE_AGE}, by more than clocks differ: what is removed cannot be added again. */
    static final Duration RETENTION = Duration.ofDays(7);

    /** With pauses that double from a minute, the last attempt is 8.5 hours after the first. */
    static final int MAX_ATTEMPTS = 10;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    /** Longer than the time limits of the SMTP connection together. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(SaleMailService.class);

    private final SaleMails mails;
    private final AccountService accounts;
    private final SaleTexts texts;
    private final SmtpMailer mailer;
    private final SaleMailMetrics metrics;
    private final Clock clock;

    SaleMailService(
            SaleMails mails,
            AccountService accounts,
            SaleTexts texts,
            SmtpMailer mailer,
            SaleMailMetrics metrics,
            Clock clock) {
        this.mails = mails;
        this.accounts = accounts;
        this.texts = texts;
        this.mailer = mailer;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Adds the emails to buyer and seller, unless they were added before or the sale is old. */
    void add(OrderCompleted event) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (event.completedAt() == null || event.completedAt().isBefore(now.minus(MAX_SALE_AGE))) {
            return;
        }
        Sale.of(event).ifPresent(sale -> {
            add(MailKind.RECEIPT, event.buyerId(), sale, now);
            Optional.ofNullable(event.ticket().sellerId())
                    .ifPresent(sellerId -> add(MailKind.SOLD, sellerId, sale, now));
        });
    }

    private void add(MailKind kind, String recipientId, Sale sale, Instant now) {
        if (mails.add(SaleMail.due(kind, recipientId, sale, now, now.plus(RETENTION)))) {
            log.debug("Email queued: kind={} orderId={}", kind.label(), sale.orderId());
        }
    }

    /**
     * Sends one email that is due.
     *
     * @return whether it was sent, so that another one can be sent at once
     */
    boolean sendNext() {
        Instant now = clock.instant();
        return mails.claim(now, now.plus(LEASE)).map(this::send).orElse(false);
    }

    private boolean send(SaleMail mail) {
        Optional<Account> recipient = accounts.find(mail.recipientId());
        if (recipient.isEmpty()) {
            mails.finish(mail);
            return true;
        }
        try {
            mailer.send(email(mail, recipient.get()));
        } catch (MailException e) {
            failed(mail, SmtpMailer.reason(e));
            return false;
        }
        mails.finish(mail);
        metrics.sent(mail.kind());
        return true;
    }

    private Email email(SaleMail mail, Account recipient) {
        return new Email(
                mail.kind(),
                mail.sale().orderId(),
                new EmailAddress(recipient.identity().email()),
                recipient.language(),
                texts.values(mail, recipient.language()));
    }

    private void failed(SaleMail mail, String reason) {
        if (mail.attempts() < MAX_ATTEMPTS) {
            Instant next = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << (mail.attempts() - 1)));
            mails.retryAt(mail, next);
            metrics.failed(mail.kind());
            log.warn(
                    "Email not sent, retry follows: kind={} orderId={} attempts={} reason={} nextAttemptAt={}",
                    mail.kind().label(),
                    mail.sale().orderId(),
                    mail.attempts(),
                    reason,
                    next);
        } else {
            mails.finish(mail);
            metrics.abandoned(mail.kind());
            log.error(
                    "Email not sent: kind={} orderId={} attempts={} reason={}",
                    mail.kind().label(),
                    mail.sale().orderId(),
                    mail.attempts(),
                    reason);
        }
    }
}
