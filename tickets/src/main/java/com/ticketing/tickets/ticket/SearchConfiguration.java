package com.ticketing.tickets.ticket;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.ticketing.common.persistence.Migration;
import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    private static final Duration ESTIMATE_INTERVAL = Duration.ofMinutes(1);

    private static final Duration MIGRATION_INTERVAL = Duration.ofMinutes(10);

    /** Tickets that an older version has stored are found by its rules until their tokens are replaced. */
    @Bean
    BackgroundTask searchTokensMigration(MongoOperations mongo, Clock clock) {
        Migration migration = new Migration(
                "search-tokens",
                mongo,
                clock,
                Ticket.class,
                new Criteria(),
                List.of(SearchTokensMigration.TITLE, Ticket.SEARCH_TOKENS),
                tickets -> SearchTokensMigration.correct(mongo, tickets));
        return BackgroundTask.inBatches("search-tokens-migration", MIGRATION_INTERVAL, migration::runBatch);
    }

    /** Until then a list by date does not contain the tickets that an older version has stored. */
    @Bean
    BackgroundTask listedUntilMigration(MongoOperations mongo, Clock clock) {
        Migration migration = new Migration(
                "listed-until",
                mongo,
                clock,
                Ticket.class,
                where(Ticket.LISTED_UNTIL).is(null),
                List.of("_id"),
                tickets -> ListedUntilMigration.correct(mongo, tickets));
        return BackgroundTask.inBatches("listed-until-migration", MIGRATION_INTERVAL, migration::runBatch);
    }

    /** Until then the lists of a seller's groups do not contain the tickets that an older version has stored. */
    @Bean
    BackgroundTask listingGroupMigration(MongoOperations mongo, Clock clock) {
        Migration migration = new Migration(
                "listing-group",
                mongo,
                clock,
                Ticket.class,
                new Criteria(),
                ListingGroupMigration.FIELDS,
                tickets -> ListingGroupMigration.correct(mongo, tickets));
        return BackgroundTask.inBatches("listing-group-migration", MIGRATION_INTERVAL, migration::runBatch);
    }

    @Bean
    BackgroundTask searchEstimate(SearchPlanner planner) {
        return new BackgroundTask("search-estimate", ESTIMATE_INTERVAL, planner::refresh);
    }
}
