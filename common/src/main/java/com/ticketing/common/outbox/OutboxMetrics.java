package com.ticketing.common.outbox;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.ticketing.common.persistence.DatabaseAvailability;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** The number of aggregates with due events that are not published, and the age of the oldest of these events. */
final class OutboxMetrics implements MeterBinder {

    /** Bounds the count; an outbox of this size is far beyond the threshold of every alert. */
    private static final int MAX_COUNT = 10_000;

    private final MongoOperations mongo;
    private final Supplier<Stream<String>> collections;
    private final DatabaseAvailability database;
    private final Clock clock;

    /** @param collections the collections that hold aggregates */
    OutboxMetrics(
            MongoOperations mongo, Supplier<Stream<String>> collections, DatabaseAvailability database, Clock clock) {
        this.mongo = mongo;
        this.collections = collections;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("outbox.size", database.whenAvailable(this::size))
                .description("Aggregates with due events that are not published")
                .register(registry);
        TimeGauge.builder("outbox.oldest.age", database.whenAvailable(this::oldestAge), TimeUnit.MILLISECONDS)
                .description("Time since the oldest unpublished event was due")
                .register(registry);
    }

    private long size() {
        Date now = Date.from(clock.instant());
        return collections
                .get()
                .mapToLong(collection -> mongo.getCollection(collection)
                        .countDocuments(Filters.lte(OutboxEntry.DUE, now), new CountOptions().limit(MAX_COUNT)))
                .sum();
    }

    private long oldestAge() {
        Instant now = clock.instant();
        return collections
                .get()
                .flatMap(collection -> oldestDue(collection, now).stream())
                .min(Instant::compareTo)
                .map(due -> Duration.between(due, now).toMillis())
                .orElse(0L);
    }

    private Optional<Instant> oldestDue(String collection, Instant now) {
        Document oldest = mongo.getCollection(collection)
                .find(Filters.lte(OutboxEntry.DUE, Date.from(now)))
                .projection(Projections.include(OutboxEntry.DUE))
                .sort(Sorts.ascending(OutboxEntry.DUE))
                .first();
        return oldest == null
                ? Optional.empty()
                : oldest.getList(OutboxEntry.FIELD, Document.class).stream()
                        .map(entry -> entry.getDate("due").toInstant())
                        .min(Instant::compareTo);
    }
}
