package com.ticketing.auth;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.ticketing.devservers.FreePorts;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;

/** An SMTP server that stores the emails it receives. It runs until the process ends. */
public final class SmtpServer {

    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(FreePorts.next(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private SmtpServer() {}

    /** An email that was received. */
    public record Received(String subject, String text, MimeMessage message) {

        private static Received of(MimeMessage message) {
            try {
                String text = message.getContent().toString().replace("\r\n", "\n");
                return new Received(message.getSubject(), text, message);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String header(String name) {
            try {
                return String.join("|", message.getHeader(name));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        private boolean isTo(String email) {
            try {
                return message.getRecipients(RecipientType.TO)[0].toString().equals(email);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static void configure(DynamicPropertyRegistry registry) {
        start();
        registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    public static void start() {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
    }

    public static void stop() {
        SERVER.stop();
    }

    /** Returns the emails to the address, oldest first. */
    public static List<Received> mails(String email) {
        return Stream.of(SERVER.getReceivedMessages())
                .map(Received::of)
                .filter(mail -> mail.isTo(email))
                .toList();
    }
}
