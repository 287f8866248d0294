package com.ticketing.payments.deletion;

import com.ticketing.common.time.BackgroundTask;
import com.ticketing.payments.payment.Payments;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    private static final Logger log = LoggerFactory.getLogger(RetentionConfiguration.class);
    private static final Duration CLEANUP_INTERVAL = Duration.ofHours(6);
    private static final int BATCH = 200;

    /** Removes the payments of deleted buyers whose retention has ended. */
    @Bean
    BackgroundTask deletedBuyersCleanup(Payments payments, RetentionProperties properties, Clock clock) {
        return BackgroundTask.inBatches("deleted-buyers-cleanup", CLEANUP_INTERVAL, () -> {
            long removed = payments.removeOfDeletedBuyers(clock.instant().minus(properties.retention()), BATCH);
            if (removed > 0) {
                log.info("Payments of deleted buyers removed: count={}", removed);
            }
            return removed == BATCH;
        });
    }
}
