package com.ticketing.sample.ticket;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TicketConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
