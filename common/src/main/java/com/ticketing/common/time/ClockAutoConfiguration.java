package com.ticketing.common.time;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Configures the clock that all code reads, in UTC. A bean of an application or test replaces it. */
@AutoConfiguration
public class ClockAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return systemClock();
    }

    /**
     * Returns the clock of the operating system, for static use. A class that uses it accepts another clock in tests.
     */
    public static Clock systemClock() {
        return Clock.systemUTC();
    }
}
