package com.ticketing.servicetest;

import static com.ticketing.testsupport.Eventually.await;
import static com.ticketing.testsupport.Eventually.eventually;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.awaitility.core.ThrowingRunnable;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Counts the commands that the service sends to its database, and reads that database through another client.
 *
 * <p>A poll of a background task that finds nothing is not counted: its number depends on time and not on the
 * operation. Everything else is counted, whichever thread does it.
 */
public final class DatabaseCommands implements CommandListener, AutoCloseable {

    private static final Set<String> READS_AND_WRITES =
            Set.of("aggregate", "count", "delete", "distinct", "find", "findAndModify", "getMore", "insert", "update");

    private static final Set<String> WRITES = Set.of("delete", "findAndModify", "insert", "update");

    /** The background tasks that poll. The relay's other tasks run only after an operation. */
    private static final Set<String> POLLING = Set.of(
            "audit-cleanup",
            "dead-letter-cleanup",
            "dead-letter-retry",
            "deleted-buyers-cleanup",
            "email-migration",
            "ended-timer-cleanup",
            "expired-counters",
            "expired-quotas",
            "expired-sessions",
            "occupancy-backfill",
            "open-orders-cleanup",
            "outbox-sweep",
            "overdue-holds",
            "payment-reconciliation",
            "republication",
            "sale-mail-cleanup",
            "listed-until-migration",
            "listing-group-migration",
            "search-tokens-migration",
            "webhook-processing");

    /** Tasks that count periodically, independently of the operations: to choose query plans, and for a metric. */
    private static final Set<String> ESTIMATES = Set.of("oversold-check", "search-estimate");

    /** The operation has ended when no command has followed for this time. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private final List<String> counted = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final MongoClient client;
    private final MongoDatabase database;
    private volatile long lastCommand = System.nanoTime();

    /** Connects to the database of the service with these settings. */
    public DatabaseCommands(Environment environment, Clock clock) {
        this.clock = clock;
        String uri = environment.getRequiredProperty("spring.mongodb.uri");
        client = MongoClients.create(uri);
        database = client.getDatabase(Objects.requireNonNull(new ConnectionString(uri).getDatabase()));
    }

    @Bean
    MongoClientSettingsBuilderCustomizer databaseCommandsCustomizer() {
        return settings -> settings.addCommandListener(this);
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (!isIdlePoll(event.getCommandName(), event.getResponse())) {
            count(event.getCommandName());
        }
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        count(event.getCommandName());
    }

    private void count(String command) {
        if (READS_AND_WRITES.contains(command)
                && !ESTIMATES.contains(Thread.currentThread().getName())) {
            counted.add(command);
            lastCommand = System.nanoTime();
        }
    }

    private static boolean isIdlePoll(String command, BsonDocument response) {
        return POLLING.contains(Thread.currentThread().getName())
                && switch (command) {
                    case "find" ->
                        response.getDocument("cursor").getArray("firstBatch").isEmpty();
                    case "findAndModify" -> !response.isDocument("value");
                    case "update", "delete", "count" -> response.getNumber("n").intValue() == 0;
                    default -> false;
                };
    }

    /**
     * Runs an operation, waits for its effect, until its events are published and until no command follows. First waits
     * for the events of earlier operations, whose acknowledgements may linger.
     *
     * @return the commands, such as {@code find 1, insert 1}
     */
    public String during(Runnable operation, ThrowingRunnable effect) {
        eventually(this::assertOutboxesAreEmpty);
        awaitQuiet();
        counted.clear();
        operation.run();
        eventually(effect);
        eventually(this::assertOutboxesAreEmpty);
        awaitQuiet();
        TreeMap<String, Long> numbers =
                counted.stream().collect(groupingBy(Function.identity(), TreeMap::new, counting()));
        return numbers.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .reduce((one, next) -> one + ", " + next)
                .orElse("none");
    }

    /** Returns the number of commands that wrote since the last operation began. */
    public long writes() {
        return counted.stream().filter(WRITES::contains).count();
    }

    /** Returns the number of documents that match, without being counted. */
    public long documents(String collection, Bson filter) {
        return database.getCollection(collection).countDocuments(filter);
    }

    private void assertOutboxesAreEmpty() {
        Bson unpublished =
                Filters.or(Filters.exists("outboxClaim"), Filters.lte("outbox.due", Date.from(clock.instant())));
        for (String collection : database.listCollectionNames()) {
            assertThat(documents(collection, unpublished)).as(collection).isZero();
        }
    }

    private void awaitQuiet() {
        await().until(() -> System.nanoTime() - lastCommand > QUIET.toNanos());
    }

    @Override
    public void close() {
        client.close();
    }
}
