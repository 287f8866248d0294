package com.ticketing.common.sample;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class SampleApplication {

    @Bean
    MovableClock clock() {
        return new MovableClock(Clock.systemUTC());
    }
}
