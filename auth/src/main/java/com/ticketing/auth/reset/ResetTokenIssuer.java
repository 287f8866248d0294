package com.ticketing.auth.reset;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.mail.ConditionalOnMail;
import com.ticketing.auth.mail.MailProperties;
import com.ticketing.auth.secret.LinkToken;
import com.ticketing.common.digest.Sha256;
import com.ticketing.common.ids.TimeOrderedIds;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Issues reset tokens. */
@Component
@ConditionalOnMail
class ResetTokenIssuer {

    private final PasswordResets resets;
    private final MailProperties properties;
    private final Clock clock;

    ResetTokenIssuer(PasswordResets resets, MailProperties properties, Clock clock) {
        this.resets = resets;
        this.properties = properties;
        this.clock = clock;
    }

    /** A new token, in plain text, and the end of its validity. */
    record Issued(LinkToken token, Instant expiresAt) {}

    /** Issues a token. The account's other tokens stay valid. */
    Issued issue(Account account) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Issued issued = new Issued(LinkToken.random(), now.plus(properties.life()));
        resets.insert(new PasswordReset(
                TimeOrderedIds.next(),
                account.id(),
                issued.token().hash(),
                issued.expiresAt(),
                account.sessionGeneration(),
                Sha256.hex(account.identity().email())));
        return issued;
    }
}
