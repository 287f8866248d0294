package com.ticketing.auth;

import com.ticketing.servicetest.Channels;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The auth service with an SMTP server that nothing listens on until {@link SmtpServer} is used. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@AuthTest
@Import(Channels.class)
@TestPropertySource(
        properties = {
            "spring.mail.host=127.0.0.1",
            "auth.mail.from=Tickets für alle <tickets@example.com>",
            "auth.mail.page=https://tickets.example.com/",
        })
public @interface SmtpTest {}
