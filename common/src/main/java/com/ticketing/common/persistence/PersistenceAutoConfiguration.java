package com.ticketing.common.persistence;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Durable writes, indexes and health of the service's own MongoDB. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
class PersistenceAutoConfiguration {

    /** An acknowledged write survives the loss of a database node, and the next primary reads it. */
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings ->
                settings.writeConcern(WriteConcern.MAJORITY.withJournal(true)).readPreference(ReadPreference.primary());
    }

    @Bean
    @ConditionalOnMissingBean
    IndexCreator indexCreator(MongoOperations mongo, ObjectProvider<IndexedCollection> collections) {
        return new IndexCreator(mongo, collections::orderedStream);
    }

    /** Replaces Spring Boot's indicator, which sends {@code hello}; every compatible server understands {@code ping}. */
    @Bean
    @ConditionalOnMissingBean(name = "mongoHealthIndicator")
    HealthIndicator mongoHealthIndicator(MongoOperations mongo) {
        return new MongoPingHealthIndicator(mongo);
    }
}
