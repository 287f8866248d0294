package com.ticketing.common;

import com.ticketing.common.security.PublicRoutes;
import com.ticketing.testsupport.MovableClock;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The sample service. It is in this package because Spring Boot's tests search the packages above their own. */
@SpringBootApplication(scanBasePackages = "com.ticketing.common.sample")
public class SampleApplication {

    @Bean
    MovableClock clock() {
        return new MovableClock(Clock.systemUTC());
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of(
                "GET /api/listings",
                "GET /api/listings/{id}",
                "GET /api/listings/caller",
                "GET /api/listings/failure/{kind}");
    }
}
