package com.ticketing.auth.reset;

import com.ticketing.auth.account.EmailAddress;
import com.ticketing.auth.reset.ResetTokenIssuer.Issued;
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
 * Sends emails through the operator's mail service: posts {@code {"kind":"password-reset","to":…,"token":…,"expiresAt":…}}
 * to its URL. The mail service writes the text and the link. A failed request is logged and not retried, because the user
 * can request another email.
 */
@Component
@ConditionalOnProperty("auth.mail.url")
class Mailer {

    private static final Logger log = LoggerFactory.getLogger(Mailer.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI url;
    private final JsonMapper json;

    Mailer(MailProperties properties, JsonMapper json) {
        this.url = Objects.requireNonNull(properties.url());
        this.json = json;
    }

    private record PasswordResetMail(String kind, String to, String token, Instant expiresAt) {}

    void sendPasswordReset(EmailAddress to, Issued reset) {
        PasswordResetMail mail = new PasswordResetMail(
                "password-reset", to.value(), reset.token().value(), reset.expiresAt());
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(mail)))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                log.error("Email not sent: kind={} reason=rejected-by-mail-service status={}", mail.kind(), status);
            }
        } catch (IOException e) {
            log.error("Email not sent: kind={} reason=mail-service-unreachable error={}", mail.kind(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
