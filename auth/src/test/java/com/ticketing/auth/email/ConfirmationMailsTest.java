package com.ticketing.auth.email;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.EmailAddress;
import com.ticketing.auth.account.Language;
import com.ticketing.auth.mail.LinkMailer;
import com.ticketing.auth.mail.MailProperties;
import com.ticketing.auth.throttle.Throttle;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ConfirmationMailsTest {

    private final Account account = mock(Account.class);
    private final AccountService accounts = mock(AccountService.class);
    private final Throttle throttle = mock(Throttle.class);
    private final MailProperties properties =
            new MailProperties(null, null, null, Duration.ofMinutes(30), Duration.ofMinutes(1), Duration.ofHours(6));

    @Test
    void logsAnEmailThatCannotBeSent(CapturedOutput log) {
        when(account.id()).thenReturn("u1");
        when(account.language()).thenReturn(Language.ENGLISH);
        when(accounts.find("u1")).thenReturn(Optional.of(account));
        LinkMailer failing = mail -> {
            throw new IllegalStateException("planted");
        };
        ConfirmationMails mails = new ConfirmationMails(
                accounts, mock(EmailChanges.class), failing, properties, throttle, Clock.systemUTC());

        mails.send(account, new EmailAddress("ann@example.com"), "203.0.113.7");

        eventually(() -> assertThat(log).contains("Email not sent: kind=email-change"));
    }
}
