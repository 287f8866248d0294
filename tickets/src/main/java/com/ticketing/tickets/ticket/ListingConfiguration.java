package com.ticketing.tickets.ticket;

import com.ticketing.common.quotas.HourlyQuotas;
import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

@Configuration(proxyBeanMethods = false)
class ListingConfiguration {

    @Bean
    HourlyQuotas quotas(MongoOperations mongo, Clock clock) {
        return new HourlyQuotas(mongo, clock);
    }

    @Bean
    BackgroundTask expiredQuotaCleaner(HourlyQuotas quotas) {
        return quotas.cleaner();
    }
}
