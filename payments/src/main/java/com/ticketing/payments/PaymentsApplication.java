package com.ticketing.payments;

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
class PaymentsApplication {

    @Bean
    ErrorCatalog paymentErrors() {
        return ErrorCatalog.of(PaymentError.values());
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of("GET /api/payments/config", "POST /api/payments/webhook");
    }

    public static void main(String[] args) {
        SpringApplication.run(PaymentsApplication.class, args);
    }
}
