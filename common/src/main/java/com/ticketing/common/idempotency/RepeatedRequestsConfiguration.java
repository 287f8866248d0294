package com.ticketing.common.idempotency;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Configures {@link RepeatedRequests} in a service that imports this class. */
@Configuration(proxyBeanMethods = false)
public class RepeatedRequestsConfiguration {

    @Bean
    RepeatedRequests repeatedRequests(MongoOperations mongo, Clock clock) {
        return new RepeatedRequests(mongo, clock);
    }
}
