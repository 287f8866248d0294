package com.ticketing.auth.deletion;

import com.ticketing.common.time.BackgroundTask;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeletionConfiguration {

    private static final Duration CLEANUP_INTERVAL = Duration.ofHours(1);

    @Bean
    BackgroundTask openOrdersCleanup(OpenOrders orders) {
        return new BackgroundTask("open-orders-cleanup", CLEANUP_INTERVAL, orders::removeOld);
    }
}
