package com.ticketing.auth;

import com.ticketing.common.errors.ErrorCatalog;
import com.ticketing.common.security.PublicRoutes;
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

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of(
                "POST /api/users/signup",
                "POST /api/users/signin",
                "POST /api/users/refresh",
                "POST /api/users/signout",
                "GET /api/users/config",
                "GET /api/users/currentuser",
                "POST /api/users/email/confirmation",
                "POST /api/users/password/forgotten",
                "POST /api/users/password/reset");
    }

    public static void main(String[] args) {
        SpringApplication.run(AuthApplication.class, args);
    }
}
