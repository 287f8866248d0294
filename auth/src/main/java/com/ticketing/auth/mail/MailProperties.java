package com.ticketing.auth.mail;

import com.ticketing.common.settings.InvalidSettingException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Emails. With {@code SPRING_MAIL_HOST}, they are sent through that SMTP server.
 *
 * @param from The sender of the emails, with or without a name; required with {@code SPRING_MAIL_HOST}.
 * @param page The public address of the web page, to which the links in emails lead; required with
 *     {@code SPRING_MAIL_HOST}.
 * @param url The URL of the operator's mail service, which receives each email with a token as a JSON POST request and
 *     is preferred to the SMTP server for them; without either, password reset is disabled, and email addresses change
 *     without confirmation.
 * @param life The time for which the token of an email is valid.
 * @param pause The time between the first two emails with a token to the same address; it doubles with each further
 *     one.
 * @param longestPause The maximum time between two emails to the same address, after which the pauses also start again.
 *     Requests from addresses from which the owner has signed in have pauses of their own.
 */
@ConfigurationProperties("auth.mail")
public record MailProperties(
        @Nullable String from,
        @Nullable URI page,
        @Nullable URI url,
        @DefaultValue("PT30M") Duration life,
        @DefaultValue("PT1M") Duration pause,
        @DefaultValue("PT6H") Duration longestPause) {

    public MailProperties {
        if (!life.isPositive() || !pause.isPositive() || longestPause.compareTo(pause) < 0) {
            throw new InvalidSettingException(
                    "AUTH_MAIL_LIFE and AUTH_MAIL_PAUSE must be positive, AUTH_MAIL_LONGEST_PAUSE at least"
                            + " AUTH_MAIL_PAUSE",
                    "leave them out for the defaults");
        }
        if (url != null && !isHttp(url)) {
            throw new InvalidSettingException(
                    "AUTH_MAIL_URL is not an http address", "for example: https://mail.example.com/emails");
        }
    }

    private static boolean isHttp(URI url) {
        return url.getHost() != null
                && ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()));
    }
}
