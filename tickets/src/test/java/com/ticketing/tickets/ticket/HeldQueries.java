package com.ticketing.tickets.ticket;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import com.ticketing.common.combining.Combining;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.bson.BsonDocument;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Records the queries for {@link TicketView}s and can hold them at their end: the database has answered, and the
 * service waits for the answer.
 */
class HeldQueries implements CommandListener {

    private final Queue<BsonDocument> queries = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Boolean> isQuery = ThreadLocal.withInitial(() -> false);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Bean
    MongoClientSettingsBuilderCustomizer heldQueriesCustomizer() {
        return settings -> settings.addCommandListener(this);
    }

    /** While a query is held on a busy machine, requests need more than a second to arrive. */
    @Bean
    Combining patientCombining(MeterRegistry meters) {
        return new Combining(meters, Duration.ofHours(1));
    }

    /** Holds all queries from now on and forgets the recorded ones. */
    void hold() {
        queries.clear();
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    int count() {
        return queries.size();
    }

    BsonDocument last() {
        return queries.stream().reduce((earlier, later) -> later).orElseThrow();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        boolean query = event.getCommandName().equals("find")
                && Optional.of(event.getCommand().getDocument("projection", new BsonDocument()))
                        .filter(projection -> projection.containsKey("price"))
                        .isPresent();
        isQuery.set(query);
        if (query) {
            queries.add(event.getCommand().clone());
        }
    }

    /** Runs on the thread of the query, before the driver returns the answer. */
    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (isQuery.get()) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
