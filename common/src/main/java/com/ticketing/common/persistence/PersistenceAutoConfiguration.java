package com.ticketing.common.persistence;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoDatabaseFactorySupport;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** Configures durable writes, bounded waits, retries, indexes and the health indicator of the service's MongoDB. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
@EnableConfigurationProperties(DatabaseProperties.class)
class PersistenceAutoConfiguration {

    /** Acknowledged writes survive a failover: they are journaled on a majority, and reads go to the primary. */
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings ->
                settings.writeConcern(WriteConcern.MAJORITY.withJournal(true)).readPreference(ReadPreference.primary());
    }

    /**
     * Bounds every operation and each of its parts. The driver ignores a {@code wtimeout} beside this timeout, which
     * includes the wait for the write concern.
     */
    @Bean
    MongoClientSettingsBuilderCustomizer boundedWaits(DatabaseProperties properties) {
        return settings -> settings.timeout(properties.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(
                        properties.serverSelectionTimeout().toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Replaces the client by one that retries writes which the database has rejected for the moment. */
    @Bean
    static BeanPostProcessor transientWriteRetry() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof MongoClient client ? RetryingMongoClient.of(client) : bean;
            }
        };
    }

    /** Lets a duplicate key lead to the same exception on every compatible server. */
    @Bean
    static BeanPostProcessor duplicateKeyTranslation() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof MongoDatabaseFactorySupport<?> factory) {
                    factory.setExceptionTranslator(new DuplicateKeyTranslator());
                }
                return bean;
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    DatabaseAvailability databaseAvailability(MongoClient client) {
        return new DatabaseAvailability(client);
    }

    @Bean
    @ConditionalOnMissingBean
    IndexCreator indexCreator(
            MongoClient client,
            MongoDatabaseFactory factory,
            MongoConverter converter,
            ObjectProvider<IndexedCollection> collections) {
        return new IndexCreator(
                new MongoTemplate(IndexCreator.patient(client, factory), converter), collections::orderedStream);
    }

    /**
     * Replaces Spring Boot's indicator, which sends {@code hello}; every compatible server understands {@code ping}.
     */
    @Bean
    @ConditionalOnMissingBean(name = "mongoHealthIndicator")
    HealthIndicator mongoHealthIndicator(MongoOperations mongo) {
        return new MongoPingHealthIndicator(mongo);
    }
}
