package com.ticketing.auth.mail;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;

/** Sends links to the web page through the SMTP server. */
final class SmtpLinkMailer implements LinkMailer {

    private static final Logger log = LoggerFactory.getLogger(SmtpLinkMailer.class);

    private final SmtpMailer mailer;
    private final MailProperties properties;

    SmtpLinkMailer(SmtpMailer mailer, MailProperties properties) {
        this.mailer = mailer;
        this.properties = properties;
    }

    @Override
    public void send(LinkMail mail) {
        Map<String, String> values = Map.of(
                "link", mailer.link(path(mail.kind()) + "?token=" + mail.token().value()),
                "minutes", String.valueOf(properties.life().toMinutes()));
        try {
            mailer.send(new Email(mail.kind(), mail.token().hash(), mail.to(), mail.language(), values));
        } catch (MailException e) {
            log.error("Email not sent: kind={} reason={}", mail.kind().label(), SmtpMailer.reason(e));
        }
    }

    private static String path(MailKind kind) {
        return switch (kind) {
            case PASSWORD_RESET -> "/reset-password";
            case EMAIL_CHANGE -> "/confirm-email";
            case RECEIPT, SOLD -> throw new IllegalArgumentException(kind + " has no token");
        };
    }
}
