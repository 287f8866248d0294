package com.ticketing.tickets.ticket;

import com.ticketing.common.time.BackgroundTask;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    private static final Duration ESTIMATE_INTERVAL = Duration.ofMinutes(1);

    @Bean
    BackgroundTask searchEstimate(SearchPlanner planner) {
        return new BackgroundTask("search-estimate", ESTIMATE_INTERVAL, planner::refresh);
    }
}
