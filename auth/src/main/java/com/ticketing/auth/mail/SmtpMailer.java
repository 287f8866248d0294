package com.ticketing.auth.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.common.settings.InvalidSettingException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends emails, written from templates, through the SMTP server of {@code SPRING_MAIL_HOST}. */
@Component
@ConditionalOnSmtp
public class SmtpMailer {

    private final JavaMailSender smtp;
    private final InternetAddress from;
    private final String page;

    SmtpMailer(JavaMailSender smtp, MailProperties properties) {
        this.smtp = smtp;
        this.from = sender(properties.from());
        this.page = page(properties.page());
    }

    private static InternetAddress sender(@Nullable String from) {
        try {
            if (from != null) {
                InternetAddress address = new InternetAddress(from, true);
                address.setPersonal(address.getPersonal(), UTF_8.name());
                return address;
            }
        } catch (AddressException | UnsupportedEncodingException e) {
            throw invalid("AUTH_MAIL_FROM is not an email address", e);
        }
        throw invalid("SPRING_MAIL_HOST is set and AUTH_MAIL_FROM is not", null);
    }

    private static String page(@Nullable URI page) {
        if (page == null || page.getHost() == null) {
            throw invalid("SPRING_MAIL_HOST is set and AUTH_MAIL_PAGE is not the address of the web page", null);
        }
        return page.toString().replaceAll("/+$", "");
    }

    private static InvalidSettingException invalid(String problem, @Nullable Throwable cause) {
        InvalidSettingException invalid = new InvalidSettingException(
                problem, "for example: Tickets <tickets@example.com> and https://tickets.example.com");
        invalid.initCause(cause);
        return invalid;
    }

    /** Returns the address of a path of the web page. It is a setting, because a request could name any host. */
    public String link(String path) {
        return page + path;
    }

    /**
     * Sends an email. Repetitions have the same {@code Message-ID}, by which mail programs hide a duplicate.
     *
     * @throws MailException if the server does not accept it; the message may contain the recipient's address
     */
    public void send(Email email) {
        MailTemplate template = MailTemplate.of(email.kind(), email.language());
        MimeMessage message = smtp.createMimeMessage();
        try {
            MimeMessageHelper content = new MimeMessageHelper(message, UTF_8.name());
            content.setFrom(from);
            // the name in ASCII: not every server accepts other headers
            message.setHeader("From", from.toString());
            content.setTo(email.to().value());
            content.setSubject(template.subject(email.values()));
            content.setText(template.text(email.values()));
            message.setHeader(
                    "Message-ID", "<" + email.id() + "." + email.kind().label() + "@" + domain() + ">");
            message.setHeader("Content-Language", email.language().tag());
            // keeps automatic replies away, RFC 3834
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
        smtp.send(message);
    }

    private String domain() {
        return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }

    /** Returns the reason of a failure for a log line, without the recipient's address, which the messages contain. */
    public static String reason(MailException failure) {
        Throwable first = failure instanceof MailSendException send && send.getMessageExceptions().length > 0
                ? send.getMessageExceptions()[0]
                : failure;
        return NestedExceptionUtils.getMostSpecificCause(first).getClass().getSimpleName();
    }
}
