package com.ticketing.tickets;

import com.ticketing.common.errors.ErrorCatalog;
import com.ticketing.common.idempotency.RepeatedRequestsConfiguration;
import com.ticketing.common.money.ChargeCurrencyConfiguration;
import com.ticketing.common.quotas.HourlyQuotasConfiguration;
import com.ticketing.common.security.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootApplication
@ConfigurationPropertiesScan
@Import({ChargeCurrencyConfiguration.class, HourlyQuotasConfiguration.class, RepeatedRequestsConfiguration.class})
class TicketsApplication {

    @Bean
    ErrorCatalog ticketErrors() {
        return ErrorCatalog.of(TicketError.values());
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of("GET /api/tickets", "GET /api/tickets/{id}", "GET /api/tickets/events");
    }

    public static void main(String[] args) {
        SpringApplication.run(TicketsApplication.class, args);
    }
}
