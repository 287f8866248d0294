package com.ticketing.auth.throttle;

import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ThrottleConfiguration {

    private static final Duration CLEANUP_INTERVAL = Duration.ofMinutes(1);

    /** Removes expired counters every minute, because not every supported database has TTL indexes. */
    @Bean
    BackgroundTask expiredCounterCleaner(Counters counters, Clock clock) {
        return new BackgroundTask(
                "expired-counters", CLEANUP_INTERVAL, () -> counters.deleteByExpiresAtLessThanEqual(clock.instant()));
    }
}
