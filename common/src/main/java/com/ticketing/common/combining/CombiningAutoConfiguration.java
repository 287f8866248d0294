package com.ticketing.common.combining;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Configures how an application combines concurrent operations. */
@AutoConfiguration
class CombiningAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Combining combining(MeterRegistry meters) {
        return new Combining(meters);
    }
}
