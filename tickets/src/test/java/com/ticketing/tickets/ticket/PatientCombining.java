package com.ticketing.tickets.ticket;

import com.ticketing.common.combining.Combining;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;

/** While a query is blocked on a busy machine, requests need more than a second to arrive. */
class PatientCombining {

    @Bean
    Combining combining(MeterRegistry meters) {
        return new Combining(meters, Duration.ofHours(1));
    }
}
