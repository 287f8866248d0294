package com.ticketing.auth.mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    /** A configured mail service takes precedence over SMTP, so that existing installations keep it. */
    @Bean
    @ConditionalOnMail
    LinkMailer linkMailer(MailProperties properties, ObjectProvider<SmtpMailer> smtp, JsonMapper json) {
        return properties.url() != null
                ? new MailServiceLinkMailer(properties.url(), json)
                : new SmtpLinkMailer(smtp.getObject(), properties);
    }
}
