package com.example.consumer;

import com.ticketing.common.security.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class ConsumerApplication {

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of("GET /api/receipts/{order}");
    }

    public static void main(String[] args) {
        SpringApplication.run(ConsumerApplication.class, args);
    }
}
