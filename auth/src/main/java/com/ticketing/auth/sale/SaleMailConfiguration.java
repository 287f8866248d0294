package com.ticketing.auth.sale;

import com.ticketing.auth.mail.ConditionalOnSmtp;
import com.ticketing.common.money.ChargeCurrencyConfiguration;
import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
class SaleMailConfiguration {

    private static final Duration CLEANUP_INTERVAL = Duration.ofHours(6);

    /** Removes expired emails, also those from before SMTP was turned off. */
    @Bean
    BackgroundTask saleMailCleanup(SaleMails mails, Clock clock) {
        return new BackgroundTask("sale-mail-cleanup", CLEANUP_INTERVAL, () -> mails.removeExpired(clock.instant()));
    }

    /** Runs with an SMTP server only. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSmtp
    @Import(ChargeCurrencyConfiguration.class)
    static class Sending {

        private static final Duration INTERVAL = Duration.ofSeconds(5);

        /** Sends what is due. After a failure it pauses, because the server may be down for all emails. */
        @Bean
        BackgroundTask saleMailSender(SaleMailService mails) {
            return BackgroundTask.inBatches("sale-mails", INTERVAL, mails::sendNext);
        }
    }
}
