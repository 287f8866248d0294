package com.ticketing.auth.mail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends links through the operator's mail service: posts {@code {"kind":…,"to":…,"token":…,"expiresAt":…}} to its URL.
 * The mail service writes the text and the link.
 */
final class MailServiceLinkMailer implements LinkMailer {

    private static final Logger log = LoggerFactory.getLogger(MailServiceLinkMailer.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI url;
    private final JsonMapper json;

    MailServiceLinkMailer(URI url, JsonMapper json) {
        this.url = url;
        this.json = json;
    }

    private record Body(String kind, String to, String token, Instant expiresAt) {}

    @Override
    public void send(LinkMail mail) {
        String kind = mail.kind().label();
        Body body = new Body(kind, mail.to().value(), mail.token().value(), mail.expiresAt());
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                log.error("Email not sent: kind={} reason=rejected-by-mail-service status={}", kind, status);
            }
        } catch (IOException e) {
            log.error("Email not sent: kind={} reason=mail-service-unreachable error={}", kind, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
