package com.ticketing.auth.reset;

import com.ticketing.common.settings.InvalidSettingException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Password reset emails.
 *
 * @param url The URL of the operator's mail service, which receives each password reset email as a JSON POST request;
 *     unset disables password reset.
 * @param life The time for which the token of a password reset email is valid.
 * @param pause The time between the first two password reset emails to the same account; it doubles with each further one.
 * @param longestPause The maximum time between two password reset emails to the same account, after which the pauses also start
 *     again. Requests from addresses from which the owner has signed in have pauses of their own.
 */
@ConfigurationProperties("auth.mail")
record MailProperties(
        @Nullable URI url,
        @DefaultValue("PT30M") Duration life,
        @DefaultValue("PT1M") Duration pause,
        @DefaultValue("PT6H") Duration longestPause) {

    MailProperties {
        if (!life.isPositive() || !pause.isPositive() || longestPause.compareTo(pause) < 0) {
            throw new InvalidSettingException(
                    "AUTH_MAIL_LIFE and AUTH_MAIL_PAUSE must be positive, AUTH_MAIL_LONGEST_PAUSE at least AUTH_MAIL_PAUSE",
                    "leave them out for the defaults");
        }
    }
}
