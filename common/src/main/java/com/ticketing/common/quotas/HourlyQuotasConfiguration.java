package com.ticketing.common.quotas;

import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Configures {@link HourlyQuotas} in a service that imports this class. */
@Configuration(proxyBeanMethods = false)
public class HourlyQuotasConfiguration {

    @Bean
    HourlyQuotas hourlyQuotas(MongoOperations mongo, Clock clock) {
        return new HourlyQuotas(mongo, clock);
    }

    @Bean
    BackgroundTask expiredQuotaCleaner(HourlyQuotas quotas) {
        return quotas.cleaner();
    }
}
