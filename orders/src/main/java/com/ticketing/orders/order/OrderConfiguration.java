package com.ticketing.orders.order;

import com.ticketing.common.time.BackgroundTask;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

    @Bean
    BackgroundTask overdueHoldsSweep(OverdueHolds overdue, OrderProperties properties) {
        return BackgroundTask.inBatches("overdue-holds", properties.sweepInterval(), overdue::cancelBatch);
    }

    /** Checks every five minutes for oversold tickets, which the unique indexes prevent. */
    @Bean
    BackgroundTask oversoldCheck(OversoldTickets oversold) {
        return new BackgroundTask("oversold-check", Duration.ofMinutes(5), oversold::check);
    }

    /**
     * Runs again every day, for the orders that processes of the previous version placed or changed during a rollout.
     */
    @Bean
    BackgroundTask occupancyBackfillTask(OccupancyBackfill backfill) {
        return BackgroundTask.inBatches("occupancy-backfill", Duration.ofDays(1), backfill::runBatch);
    }
}
