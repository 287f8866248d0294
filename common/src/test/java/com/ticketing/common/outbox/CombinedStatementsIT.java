package com.ticketing.common.outbox;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.combining.Combining;
import com.ticketing.common.errors.DatabaseOutages;
import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.common.sample.Channels;
import com.ticketing.common.sample.Listing;
import com.ticketing.common.sample.Listings;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.database.BlockedCommands;
import com.ticketing.testsupport.database.DatabaseFault;
import com.ticketing.testsupport.database.DatabaseProxy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Operations that arrive while another one runs share the next statement, and each has its own result. */
@ServiceTest
@Import({BlockedCommands.class, CombinedStatementsIT.PatientCombining.class})
class CombinedStatementsIT {

    private static final DatabaseProxy DATABASE = DatabaseProxy.start();
    private static final String LISTINGS = "listings";
    private static final int LATER = 15;

    /** On a busy machine, operations need more than a second to arrive. */
    static class PatientCombining {

        @Bean
        Combining combining(MeterRegistry meters) {
            return new Combining(meters, Duration.ofHours(1));
        }
    }

    @Autowired
    Listings listings;

    @Autowired
    MongoOperations mongo;

    @Autowired
    MovableClock clock;

    @Autowired
    EventPublisher broker;

    @Autowired
    BlockedCommands commands;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Environment environment;

    final ExecutorService threads = Executors.newCachedThreadPool();
    Channels channels;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", DATABASE::uri);
    }

    @BeforeEach
    void connect() throws Exception {
        await().until(broker::isConnected);
        channels = Channels.open(environment);
    }

    @AfterEach
    void stop() throws Exception {
        commands.release();
        DATABASE.restore();
        clock.reset();
        threads.close();
        channels.close();
    }

    @Test
    void simultaneousInsertsMakeTwoStatementsAndPublishEachEvent() throws Exception {
        List<TicketCreated> created = channels.all(TicketCreated.class);
        List<Listing> all =
                Stream.generate(() -> Listing.of("Concert")).limit(1 + LATER).toList();
        Future<Integer> first = inProgress("insert", () -> listings.saveAllOnce(all.subList(0, 1)));
        List<Future<Integer>> later = arrive(
                "writes.combined",
                all.subList(1, all.size()).stream()
                        .<Callable<Integer>>map(each -> () -> listings.saveAllOnce(List.of(each)))
                        .toList());

        commands.release();

        assertThat(first.get()).isOne();
        for (Future<Integer> each : later) {
            assertThat(each.get()).isOne();
        }
        assertThat(commands.recorded()).hasSize(2);
        assertThat(all).allSatisfy(each -> assertThat(each.version()).isZero());
        String[] ids = all.stream().map(Listing::id).toArray(String[]::new);
        await().untilAsserted(
                        () -> assertThat(created).extracting(TicketCreated::id).contains(ids));
    }

    @Test
    void aDuplicateIdDoesNotFailOtherInserts() throws Exception {
        Listing known = listings.save(Listing.of("Concert"));
        Listing repeated = mongo.findById(known.id(), Listing.class);
        Future<Integer> first = inProgress("insert", () -> listings.saveAllOnce(List.of(Listing.of("First"))));
        List<Future<Integer>> later = arrive(
                "writes.combined",
                List.of(
                        () -> listings.saveAllOnce(List.of(Listing.of("Before"))),
                        () -> listings.saveAllOnce(List.of(repeated, Listing.of("With it"))),
                        () -> listings.saveAllOnce(List.of(Listing.of("After")))));

        commands.release();

        assertThat(first.get()).isOne();
        for (Future<Integer> each : later) {
            assertThat(each.get()).isOne();
        }
        assertThat(commands.recorded()).hasSize(2);
    }

    @Test
    void simultaneousUpdatesMakeTwoStatementsAndPublishEachEvent() throws Exception {
        List<TicketUpdated> updated = channels.all(TicketUpdated.class);
        List<Listing> all = published(1 + LATER);
        Future<Listing> first = inProgress(CombinedStatementsIT::isUpdate, () -> renamed(all.getFirst()));
        List<Future<Listing>> later = arrive(
                "writes.combined",
                all.subList(1, all.size()).stream()
                        .<Callable<Listing>>map(each -> () -> renamed(each))
                        .toList());

        commands.release();

        first.get();
        for (Future<Listing> each : later) {
            each.get();
        }
        assertThat(commands.recorded()).hasSize(2);
        assertThat(all)
                .allSatisfy(each -> assertThat(stored(each)).satisfies(found -> {
                    assertThat(found.version()).isOne();
                    assertThat(found.title()).isEqualTo("Renamed");
                }));
        String[] ids = all.stream().map(Listing::id).toArray(String[]::new);
        await().untilAsserted(
                        () -> assertThat(updated).extracting(TicketUpdated::id).contains(ids));
        awaitPublished();
    }

    /** The shared statement matches only the first of two updates of the same version. */
    @Test
    void ofTwoSimultaneousUpdatesOfOneVersionOneFails() throws Exception {
        List<Listing> all = published(2);
        Listing contended = all.get(1);
        Listing same = stored(contended);
        Future<Listing> first = inProgress("findAndModify", () -> renamed(all.getFirst()));
        List<Future<Listing>> later = arrive("writes.combined", List.of(() -> renamed(contended), () -> renamed(same)));

        commands.release();

        first.get();
        assertThat(later.stream().map(CombinedStatementsIT::failure).flatMap(Optional::stream))
                .singleElement()
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(stored(contended).version()).isOne();
    }

    @Test
    void aStaleUpdateDoesNotFailOtherUpdates() throws Exception {
        List<Listing> all = published(3);
        Listing stale = all.get(1);
        renamed(stored(stale));
        awaitPublished();
        Future<Listing> first = inProgress("findAndModify", () -> renamed(all.getFirst()));
        List<Future<Listing>> later =
                arrive("writes.combined", List.of(() -> renamed(stale), () -> renamed(all.getLast())));

        commands.release();

        first.get();
        assertThat(failure(later.getFirst())).get().isInstanceOf(OptimisticLockingFailureException.class);
        later.getLast().get();
        assertThat(stored(all.getLast()).version()).isOne();
    }

    @Test
    void anUpdateOfAnAggregateWithStoredEventsKeepsAndPublishesThem() throws Exception {
        List<TicketUpdated> updated = channels.all(TicketUpdated.class);
        List<ExpirationComplete> expired = channels.all(ExpirationComplete.class);
        List<Listing> all = published(3);
        Listing held = all.get(1);
        held.holdUntil(clock.instant().plus(Duration.ofMinutes(1)), held.id());
        listings.save(held);
        awaitPublished();
        Future<Listing> first = inProgress("findAndModify", () -> renamed(all.getFirst()));
        List<Future<Listing>> later =
                arrive("writes.combined", List.of(() -> renamed(held), () -> renamed(all.getLast())));

        commands.release();

        first.get();
        for (Future<Listing> each : later) {
            each.get();
        }
        // an expired claim would be published again
        awaitPublished();
        clock.advance(Duration.ofMinutes(2));
        await().untilAsserted(() -> {
            assertThat(updated)
                    .filteredOn(event -> event.id().equals(held.id()))
                    .extracting(TicketUpdated::version)
                    .containsExactly(1L, 2L);
            assertThat(expired)
                    .filteredOn(event -> event.orderId().equals(held.id()))
                    .hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE_CONFLICT", "BATCH_DEADLOCK"})
    void aRejectedBatchOfUpdatesIsRepeatedForEachDocument(DatabaseFault fault) throws Exception {
        List<Listing> all = published(3);
        Future<Listing> first = inProgress("findAndModify", () -> renamed(all.getFirst()));
        List<Future<Listing>> later =
                arrive("writes.combined", List.of(() -> renamed(all.get(1)), () -> renamed(all.getLast())));
        DATABASE.rejectNext("update", LISTINGS, fault, 1);

        commands.release();

        first.get();
        for (Future<Listing> each : later) {
            each.get();
        }
        assertThat(commands.recorded()).hasSize(3);
        assertThat(all).allSatisfy(each -> assertThat(stored(each).version()).isOne());
        awaitPublished();
    }

    @Test
    void anUnconfirmedBatchOfUpdatesFailsExactlyItsOwnCallers() throws Exception {
        List<Listing> all = published(3);
        Future<Listing> first = inProgress("findAndModify", () -> renamed(all.getFirst()));
        List<Future<Listing>> later =
                arrive("writes.combined", List.of(() -> renamed(all.get(1)), () -> renamed(all.getLast())));
        DATABASE.rejectNext("update", LISTINGS, DatabaseFault.UNCONFIRMED_BATCH, 1);

        commands.release();

        first.get();
        assertThat(later).allSatisfy(each -> assertThat(failure(each)).get().matches(DatabaseOutages::isCauseOf));
    }

    @Test
    void simultaneousFindsMakeTwoQueriesAndReturnObjectsOfTheirOwn() throws Exception {
        List<Listing> all = published(2);
        String id = all.get(1).id();
        Future<Optional<Listing>> first =
                inProgress("find", () -> listings.find(all.getFirst().id()));
        List<Future<Optional<Listing>>> later = arrive(
                "reads.combined",
                List.of(() -> listings.find(id), () -> listings.find(id), () -> listings.find("none")));

        commands.release();

        assertThat(first.get())
                .get()
                .extracting(Listing::id)
                .isEqualTo(all.getFirst().id());
        assertThat(later.get(0).get()).get().extracting(Listing::id).isEqualTo(id);
        assertThat(later.get(1).get()).get().isNotSameAs(later.get(0).get().orElseThrow());
        assertThat(later.get(2).get()).isEmpty();
        assertThat(commands.recorded()).hasSize(2);
    }

    @Test
    void aFindOfAMalformedIdSharesNoQuery() throws Exception {
        Listing listing = published(1).getFirst();
        Future<Optional<Listing>> first = inProgress("find", () -> listings.find(listing.id()));

        Future<Optional<Listing>> malformed = threads.submit(() -> listings.find("not an id"));
        await().until(() -> commands.recorded().size() == 2);

        commands.release();

        assertThat(first.get()).isPresent();
        assertThat(malformed.get()).isEmpty();
    }

    private <T> Future<T> inProgress(String command, Callable<T> operation) {
        return inProgress(sent -> isFor(command, sent), operation);
    }

    private <T> Future<T> inProgress(Predicate<BsonDocument> wanted, Callable<T> operation) {
        commands.block(wanted);
        Future<T> running = threads.submit(operation);
        await().until(() -> commands.recorded().size() == 1);
        return running;
    }

    private static boolean isFor(String command, BsonDocument sent) {
        return sent.getFirstKey().equals(command)
                && sent.getString(command).getValue().equals(LISTINGS)
                && !isPoll(sent);
    }

    /** An update of one listing or of several, but not an acknowledgement, whose only statement changes many. */
    private static boolean isUpdate(BsonDocument sent) {
        return isFor("findAndModify", sent)
                || (isFor("update", sent)
                        && !sent.getArray("updates").getFirst().asDocument().containsKey("multi"));
    }

    /** The sweep of the outbox reads listings too. */
    private static boolean isPoll(BsonDocument command) {
        return command.toJson().contains("outbox.due");
    }

    /**
     * Returns after the operations have arrived: one waits for the statement in progress, the others have joined it.
     */
    private <T> List<Future<T>> arrive(String metric, List<Callable<T>> operations) {
        double before = combined(metric);
        List<Future<T>> arrived = operations.stream().map(threads::submit).toList();
        await().until(() -> combined(metric) == before + operations.size() - 1);
        return arrived;
    }

    private double combined(String metric) {
        return meters.find(metric).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** Returns stored listings without entries and claims. */
    private List<Listing> published(int count) {
        List<Listing> all = IntStream.range(0, count)
                .mapToObj(number -> listings.save(Listing.of("Concert " + number)))
                .toList();
        awaitPublished();
        return all;
    }

    private void awaitPublished() {
        await().until(() -> mongo.count(new BasicQuery("{outboxClaim: {$exists: true}}"), Listing.class) == 0);
    }

    private Listing renamed(Listing listing) {
        listing.rename("Renamed");
        return listings.save(listing);
    }

    private Listing stored(Listing listing) {
        return listings.find(listing.id()).orElseThrow();
    }

    private static Optional<Throwable> failure(Future<?> operation) {
        try {
            operation.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.ofNullable(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
