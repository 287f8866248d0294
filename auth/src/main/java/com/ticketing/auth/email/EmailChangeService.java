package com.ticketing.auth.email;

import com.ticketing.auth.AuthError;
import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.EmailAddress;
import com.ticketing.auth.secret.LinkToken;
import com.ticketing.common.errors.ApiException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Changes emails: at once, or after a confirmation if emails can be sent. */
@Service
class EmailChangeService {

    private final AccountService accounts;
    private final EmailChanges changes;
    private final Optional<ConfirmationMails> mails;
    private final Clock clock;

    EmailChangeService(AccountService accounts, EmailChanges changes, Optional<ConfirmationMails> mails, Clock clock) {
        this.accounts = accounts;
        this.changes = changes;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * Changes the email, or sends the confirmation for it.
     *
     * @throws ApiException 400 if the password is wrong or the email is in use, 401 if the account does not exist, 403
     *     if it is banned, 429 if an email was sent recently
     */
    EmailChangeResponse request(String userId, String password, EmailAddress email, String address) {
        Account account = accounts.confirmPassword(userId, password);
        accounts.requireFree(email, account);
        boolean unchanged = account.identity().email().equals(email.value());
        if (mails.isPresent() && !unchanged) {
            mails.get().send(account, email, address);
            return new EmailChangeResponse(true);
        }
        if (accounts.changeEmail(userId, account.sessionGeneration(), email).isEmpty()) {
            throw new ApiException(AuthError.INVALID_CREDENTIALS).withField("password");
        }
        return new EmailChangeResponse(false);
    }

    /**
     * Changes the email of the token's account. The token works again if the change cannot be stored.
     *
     * @throws ApiException 400 if the token was used, replaced or has expired, if the password has changed since, or if
     *     another account has the email by now
     */
    void confirm(LinkToken token) {
        EmailChange change = changes.findByTokenHashAndExpiresAtAfter(token.hash(), clock.instant())
                .orElseThrow(EmailChangeService::invalidLink);
        if (accounts.changeEmail(change.id(), change.generation(), change.address())
                .isEmpty()) {
            throw invalidLink();
        }
        changes.deleteByTokenHash(token.hash());
    }

    private static ApiException invalidLink() {
        return new ApiException(AuthError.CONFIRMATION_LINK_INVALID).withField("token");
    }
}
