package com.ticketing.orders;

import com.ticketing.common.errors.ErrorCatalog;
import com.ticketing.common.idempotency.RepeatedRequestsConfiguration;
import com.ticketing.common.security.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootApplication
@ConfigurationPropertiesScan
@Import(RepeatedRequestsConfiguration.class)
class OrdersApplication {

    @Bean
    ErrorCatalog orderErrors() {
        return ErrorCatalog.of(OrderError.values());
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of("GET /api/orders/pass-keys");
    }

    public static void main(String[] args) {
        SpringApplication.run(OrdersApplication.class, args);
    }
}
