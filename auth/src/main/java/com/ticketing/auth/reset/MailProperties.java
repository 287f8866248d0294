package com.ticketing.auth.reset;

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
 * @param pause The minimum time between two password reset emails to the same account.
 */
@ConfigurationProperties("auth.mail")
record MailProperties(
        @Nullable URI url,
        @DefaultValue("PT30M") Duration life,
        @DefaultValue("PT1M") Duration pause) {}
