package com.ticketing.tickets;

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
class TicketsApplication {

    @Bean
    ErrorCatalog ticketErrors() {
        return ErrorCatalog.of(TicketError.values());
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of("GET /api/tickets", "GET /api/tickets/{id}", "GET /api/tickets/events");
    }

    @Bean
    RepeatedRequests repeatedRequests(MongoOperations mongo, Clock clock) {
        return new RepeatedRequests(mongo, clock);
    }

    public static void main(String[] args) {
        SpringApplication.run(TicketsApplication.class, args);
    }
}
