package com.ticketing.auth.mail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Conditional;

/** A bean that exists if links can be sent by email: through an SMTP server or a mail service. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnMail.MailServiceOrSmtp.class)
public @interface ConditionalOnMail {

    /** Matches if either way is configured. */
    class MailServiceOrSmtp extends AnyNestedCondition {

        MailServiceOrSmtp() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("auth.mail.url")
        static class MailService {}

        @ConditionalOnSmtp
        static class Smtp {}
    }
}
