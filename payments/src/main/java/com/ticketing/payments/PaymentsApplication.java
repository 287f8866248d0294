package com.ticketing.payments;

import com.ticketing.common.errors.ErrorCatalog;
import com.ticketing.common.idempotency.RepeatedRequests;
import com.ticketing.common.security.PublicRoutes;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

@SpringBootApplication
@ConfigurationPropertiesScan
class PaymentsApplication {

    @Bean
    ErrorCatalog paymentErrors() {
        return ErrorCatalog.of(PaymentError.values());
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of("GET /api/payments/config", "POST /api/payments/webhook");
    }

    @Bean
    RepeatedRequests repeatedRequests(MongoOperations mongo, Clock clock) {
        return new RepeatedRequests(mongo, clock);
    }

    public static void main(String[] args) {
        SpringApplication.run(PaymentsApplication.class, args);
    }
}
