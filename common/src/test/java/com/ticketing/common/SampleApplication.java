package com.ticketing.common;

import com.ticketing.testsupport.MovableClock;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The smallest service there can be; here, because Spring Boot's tests look for it in the packages above their own. */
@SpringBootApplication(scanBasePackages = "com.ticketing.common.sample")
public class SampleApplication {

    @Bean
    MovableClock clock() {
        return new MovableClock(Clock.systemUTC());
    }
}
