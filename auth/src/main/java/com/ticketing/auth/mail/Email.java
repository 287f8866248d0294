package com.ticketing.auth.mail;

import com.ticketing.auth.account.EmailAddress;
import com.ticketing.auth.account.Language;
import java.util.Map;

/**
 * An email to one recipient.
 *
 * @param id identifies the email among those of its kind; a repetition has the same id
 * @param values the values of the template, by name
 */
public record Email(MailKind kind, String id, EmailAddress to, Language language, Map<String, String> values) {

    /** Omits the values, which may contain a token. */
    @Override
    public String toString() {
        return "Email[kind=" + kind + "]";
    }
}
