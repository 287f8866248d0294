package com.ticketing.auth;

import com.ticketing.common.errors.ErrorCatalog;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
@ConfigurationPropertiesScan
class AuthApplication {

    @Bean
    ErrorCatalog authErrors() {
        return ErrorCatalog.of(AuthError.values());
    }

    public static void main(String[] args) {
        SpringApplication.run(AuthApplication.class, args);
    }
}
