package com.ticketing.payments.webhook;

import com.ticketing.common.persistence.DatabaseAvailability;
import com.ticketing.common.time.BackgroundTask;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    static final String TASK = "webhookProcessing";

    /** Finds the events that a process has stored and not processed before it ended. */
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    @Bean(TASK)
    BackgroundTask webhookProcessing(WebhookInbox inbox) {
        return BackgroundTask.inBatches("webhook-processing", INTERVAL, inbox::processPending);
    }

    /** Publishes the number of events that are retried; a value above 0 needs an operator's attention. */
    @Bean
    MeterBinder webhookMetrics(WebhookInbox inbox, DatabaseAvailability database) {
        return registry -> Gauge.builder("payments.webhooks.failing", database.whenAvailable(inbox::countFailing))
                .description("Webhooks whose processing failed")
                .register(registry);
    }
}
