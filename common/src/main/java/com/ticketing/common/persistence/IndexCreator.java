package com.ticketing.common.persistence;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.ticketing.common.errors.DatabaseOutages;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/**
 * Creates the indexes before all other beans start, because uniqueness depends on them. Waits for the database if it is
 * not available. Any other failure ends the start of the application.
 */
final class IndexCreator implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexCreator.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration MAX_CREATION = Duration.ofHours(1);

    private final MongoOperations mongo;
    private final Supplier<Stream<IndexedCollection>> collections;
    private volatile boolean running;

    IndexCreator(MongoOperations mongo, Supplier<Stream<IndexedCollection>> collections) {
        this.mongo = mongo;
        this.collections = collections;
    }

    @Override
    public void start() {
        collections
                .get()
                .forEach(collection -> collection.indexes().forEach(index -> {
                    while (!created(collection.type(), index)) {
                        pause();
                    }
                }));
        running = true;
    }

    /** Returns a source of the same database with a timeout that is sufficient for an index of a large collection. */
    static MongoDatabaseFactory patient(MongoClient client, MongoDatabaseFactory factory) {
        return new SimpleMongoClientDatabaseFactory(
                client, factory.getMongoDatabase().getName()) {
            @Override
            protected MongoDatabase doGetMongoDatabase(String name) {
                return super.doGetMongoDatabase(name).withTimeout(MAX_CREATION.toMillis(), TimeUnit.MILLISECONDS);
            }
        };
    }

    private boolean created(Class<?> type, IndexDefinition index) {
        try {
            mongo.indexOps(type).createIndex(index);
            return true;
        } catch (RuntimeException e) {
            if (!DatabaseOutages.isCauseOf(e)) {
                throw e;
            }
            log.warn("Database not available, retrying: pause={} error={}", PAUSE, e.getMessage());
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the database", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
