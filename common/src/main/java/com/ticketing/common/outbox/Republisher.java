package com.ticketing.common.outbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.common.persistence.AggregateRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Publishes the current state of every aggregate again, through the outboxes: for a broker whose store is new or has
 * lost messages. It runs in batches of one second each and continues where it was interrupted. Consumers ignore the
 * versions that they have applied.
 */
class Republisher {

    private static final Logger log = LoggerFactory.getLogger(Republisher.class);
    private static final Duration BATCH_INTERVAL = Duration.ofSeconds(1);

    private final Republications republications;
    private final Supplier<Map<String, AggregateRepository<?>>> repositories;
    private final MongoOperations mongo;
    private final EventPublisher broker;
    private final int rate;
    private final Clock clock;

    /**
     * @param repositories the repositories of all aggregates, by collection
     * @param rate the number of aggregates of a batch
     */
    Republisher(
            Supplier<Map<String, AggregateRepository<?>>> repositories,
            MongoOperations mongo,
            EventPublisher broker,
            int rate,
            Clock clock) {
        this.republications = new Republications(mongo, clock);
        this.repositories = repositories;
        this.mongo = mongo;
        this.broker = broker;
        this.rate = rate;
        this.clock = clock;
    }

    /**
     * Starts a republication of each collection. One that is running starts again, for a store that was lost meanwhile.
     */
    void begin() {
        repositories.get().keySet().forEach(republications::begin);
    }

    List<Republication> progress() {
        return republications.all();
    }

    /** Publishes the due batches. Does nothing without the broker: events would only collect in the outboxes. */
    void runDue() {
        while (broker.isConnected()) {
            Republication due = republications.claimDue().orElse(null);
            if (due == null) {
                return;
            }
            publishBatch(due);
        }
    }

    private void publishBatch(Republication republication) {
        Instant start = clock.instant();
        AggregateRepository<?> repository = repositories.get().get(republication.collection());
        List<String> ids = repository == null ? List.of() : nextIds(republication);
        if (repository == null || ids.isEmpty()) {
            republications
                    .finish(republication)
                    .ifPresent(done -> log.info(
                            "Republication finished: collection={} published={} unreadable={}",
                            done.collection(),
                            done.published(),
                            done.unreadable()));
            return;
        }
        long published = 0;
        long unreadable = 0;
        for (String id : ids) {
            try {
                published += repository.republish(id) ? 1 : 0;
            } catch (DataAccessException e) {
                throw e;
            } catch (RuntimeException e) {
                // a value that a converter or the aggregate itself rejects
                unreadable++;
                log.error(
                        "Aggregate unreadable, not republished: collection={} aggregate={}",
                        republication.collection(),
                        id,
                        e);
            }
        }
        republications.advance(republication, ids.getLast(), published, unreadable, start.plus(BATCH_INTERVAL));
    }

    private List<String> nextIds(Republication republication) {
        Bson next = republication.after() == null ? Filters.empty() : Filters.gt("_id", republication.after());
        return mongo.getCollection(republication.collection())
                .find(next)
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id"))
                .limit(rate)
                .map(aggregate -> aggregate.getString("_id"))
                .into(new ArrayList<>());
    }
}
