package com.ticketing.auth.reset;

import com.ticketing.auth.account.EmailAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The seam to whoever sends mail: posts {@code {"kind":"password-reset","to":…,"token":…,"expiresAt":…}} to an address of the
 * operator's, which writes the letter and its link. A letter that is lost is not sent again: the person asks again.
 */
@Component
@ConditionalOnProperty("auth.mail.url")
class Mailer {

    private static final Logger log = LoggerFactory.getLogger(Mailer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI url;
    private final JsonMapper json;

    Mailer(MailProperties properties, JsonMapper json) {
        this.url = Objects.requireNonNull(properties.url());
        this.json = json;
    }

    private record Letter(String kind, String to, String token, Instant expiresAt) {}

    void sendReset(EmailAddress to, ResetToken token, Instant expiresAt) {
        Letter letter = new Letter("password-reset", to.value(), token.value(), expiresAt);
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(letter)))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                log.error("Whoever sends mail did not take a letter: status {}", status);
            }
        } catch (IOException e) {
            log.error("Whoever sends mail does not answer: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
