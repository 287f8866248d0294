package com.ticketing.common.outbox;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.common.time.ClockAutoConfiguration;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** The outbox for an application that has a database and a publisher. */
@AutoConfiguration(
        after = {DataMongoAutoConfiguration.class, ClockAutoConfiguration.class},
        afterName = "com.ticketing.common.messaging.MessagingAutoConfiguration")
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxAutoConfiguration {

    /** An answered request must survive the loss of a database node, and be read by the next one. */
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings ->
                settings.writeConcern(WriteConcern.MAJORITY.withJournal(true)).readPreference(ReadPreference.primary());
    }

    @Bean
    @ConditionalOnMissingBean
    Indexes indexes(MongoOperations mongo, ObjectProvider<IndexedCollection> collections) {
        return new Indexes(mongo, collections::orderedStream);
    }

    /** Boot's own asks with {@code hello}; {@code ping} is understood by everything that speaks the protocol. */
    @Bean
    @ConditionalOnMissingBean(name = "mongoHealthIndicator")
    HealthIndicator mongoHealthIndicator(MongoOperations mongo) {
        return new PingHealthIndicator(mongo);
    }

    @Bean
    @ConditionalOnBean(EventPublisher.class)
    @ConditionalOnMissingBean
    Relay relay(
            MongoOperations mongo,
            EventPublisher publisher,
            ObjectProvider<AggregateRepository<?>> repositories,
            OutboxProperties properties,
            Clock clock) {
        return new Relay(
                new Claims(mongo, properties, clock),
                publisher,
                () -> repositories.orderedStream().map(repository -> mongo.getCollectionName(repository.type())),
                properties);
    }

    @Bean
    @ConditionalOnBean(EventPublisher.class)
    @ConditionalOnMissingBean
    Outbox outbox(MongoOperations mongo, Relay relay, Clock clock) {
        return new Outbox(mongo, relay, clock);
    }
}
