package com.ticketing.orders.order;

import com.ticketing.common.time.BackgroundTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

    @Bean
    BackgroundTask overdueHoldsSweep(OverdueHolds overdue, OrderProperties properties) {
        return BackgroundTask.inBatches("overdue-holds", properties.sweepInterval(), overdue::cancelBatch);
    }
}
