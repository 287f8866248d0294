package com.ticketing.auth.account;

import com.ticketing.common.persistence.Migration;
import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    private static final Duration MIGRATION_INTERVAL = Duration.ofMinutes(10);

    @Bean
    BackgroundTask emailMigration(MongoOperations mongo, Clock clock) {
        Migration migration = EmailMigration.of(mongo, clock);
        return BackgroundTask.inBatches("email-migration", MIGRATION_INTERVAL, migration::runBatch);
    }
}
