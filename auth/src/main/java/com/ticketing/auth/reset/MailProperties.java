package com.ticketing.auth.reset;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who sends mail.
 *
 * @param url where letters are posted; unset means that nobody can reset a password
 * @param life how long a letter's token is good
 * @param pause the shortest time between two letters to one person
 */
@ConfigurationProperties("auth.mail")
record MailProperties(
        @Nullable URI url,
        @DefaultValue("PT30M") Duration life,
        @DefaultValue("PT1M") Duration pause) {}
