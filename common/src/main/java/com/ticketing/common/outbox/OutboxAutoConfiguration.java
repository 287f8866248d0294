package com.ticketing.common.outbox;

import static java.util.stream.Collectors.toMap;

import com.ticketing.common.combining.Combining;
import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.common.persistence.AggregateRepository;
import com.ticketing.common.persistence.DatabaseAvailability;
import com.ticketing.common.time.BackgroundTask;
import com.ticketing.common.time.ClockAutoConfiguration;
import com.ticketing.common.tracing.MessageSpans;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Configures the outbox of an application that has a database and an event publisher. */
@AutoConfiguration(
        after = {DataMongoAutoConfiguration.class, ClockAutoConfiguration.class},
        afterName = "com.ticketing.common.messaging.MessagingAutoConfiguration")
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxAutoConfiguration {

    @Bean
    UnknownEntries unknownEntries() {
        return new UnknownEntries();
    }

    @Bean
    @ConditionalOnBean(EventPublisher.class)
    @ConditionalOnMissingBean
    Relay relay(
            MongoOperations mongo,
            EventPublisher publisher,
            MessageSpans spans,
            ObjectProvider<AggregateRepository<?>> repositories,
            OutboxProperties properties,
            UnknownEntries unknownEntries,
            Clock clock) {
        return new Relay(
                new Claims(mongo, properties, unknownEntries, clock),
                publisher,
                spans,
                collections(mongo, repositories),
                properties);
    }

    @Bean
    @ConditionalOnBean(Relay.class)
    OutboxMetrics outboxMetrics(
            MongoOperations mongo,
            ObjectProvider<AggregateRepository<?>> repositories,
            DatabaseAvailability database,
            Clock clock) {
        return new OutboxMetrics(mongo, collections(mongo, repositories), database, clock);
    }

    private static Supplier<Stream<String>> collections(
            MongoOperations mongo, ObjectProvider<AggregateRepository<?>> repositories) {
        return () -> repositories.orderedStream().map(repository -> mongo.getCollectionName(repository.type()));
    }

    @Bean
    @ConditionalOnBean(EventPublisher.class)
    @ConditionalOnMissingBean
    Outbox outbox(MongoOperations mongo, Relay relay, Combining combining, OutboxProperties properties, Clock clock) {
        return new Outbox(mongo, relay, combining, properties.lease(), clock);
    }

    @Bean
    @ConditionalOnBean(EventPublisher.class)
    @ConditionalOnMissingBean
    Republisher republisher(
            MongoOperations mongo,
            EventPublisher publisher,
            ObjectProvider<AggregateRepository<?>> repositories,
            OutboxProperties properties,
            Clock clock) {
        return new Republisher(
                () -> repositories.stream()
                        .collect(toMap(repository -> mongo.getCollectionName(repository.type()), Function.identity())),
                mongo,
                publisher,
                properties.republishRate(),
                clock);
    }

    /** Publishes the due batches of republications. A republication that a restart interrupted continues. */
    @Bean
    @ConditionalOnBean(Republisher.class)
    BackgroundTask republication(Republisher republisher) {
        return new BackgroundTask("republication", Duration.ofSeconds(1), republisher::runDue);
    }

    @Bean
    @ConditionalOnBean(Republisher.class)
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    RepublishEndpoint republishEndpoint(Republisher republisher) {
        return new RepublishEndpoint(republisher);
    }
}
