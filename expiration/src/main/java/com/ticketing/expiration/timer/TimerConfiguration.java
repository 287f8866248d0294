package com.ticketing.expiration.timer;

import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimerConfiguration {

    /** Removes, every hour, the timers of orders that ended long ago. */
    @Bean
    BackgroundTask endedTimerCleanup(Timers timers, Clock clock) {
        return new BackgroundTask(
                "ended-timer-cleanup", Duration.ofHours(1), () -> timers.deleteEnded(clock.instant()));
    }
}
