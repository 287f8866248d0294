package com.ticketing.common.outbox;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.ticketing.common.errors.DatabaseOutages;
import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.common.sample.Channels;
import com.ticketing.common.sample.Listing;
import com.ticketing.common.sample.Listings;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;

@ServiceTest
class OutboxIT {

    @Autowired
    Listings listings;

    @Autowired
    MongoOperations mongo;

    @Autowired
    MovableClock clock;

    @Autowired
    EventPublisher broker;

    @Autowired
    Environment environment;

    @Autowired
    MeterRegistry meters;

    Channels channels;
    List<TicketCreated> created;
    List<TicketUpdated> updated;
    List<ExpirationComplete> expired;

    @BeforeEach
    void listen() throws Exception {
        await().until(broker::isConnected);
        channels = Channels.open(environment);
        created = channels.all(TicketCreated.class);
        updated = channels.all(TicketUpdated.class);
        expired = channels.all(ExpirationComplete.class);
    }

    @AfterEach
    void leave() throws Exception {
        channels.close();
    }

    /** Other tests may share the service; their tokens must not expire. */
    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void publishesOneEventPerWriteAndIncreasesTheVersionByOne() {
        Listing listing = listings.save(Listing.of("Concert"));
        assertThat(listing.version()).isZero();
        listing.rename("Concert, front row");
        listings.save(listing);
        Listing loaded = listings.find(listing.id()).orElseThrow();
        assertThat(loaded.version()).isEqualTo(1);
        loaded.rename("Concert, last row");
        listings.save(loaded);

        await().untilAsserted(() -> {
            assertThat(createdVersions(listing)).containsExactly(0L);
            assertThat(versions(listing)).containsExactly(1L, 2L);
        });
        awaitAcknowledged(listing);
        assertUnchanged(() -> {
            assertThat(createdVersions(listing)).containsExactly(0L);
            assertThat(versions(listing)).containsExactly(1L, 2L);
        });
    }

    @Test
    void keepsTheFieldsThatANewerVersionOfTheServiceHasAdded() {
        Listing listing = Listing.of("Concert");
        listing.moveTo(new Listing.Place("Hall", "Row 1"));
        listings.save(listing);
        Document gate = new Document("number", 7);
        collection()
                .updateOne(
                        Filters.eq("_id", listing.id()),
                        Updates.combine(Updates.set("place.gate", gate), Updates.set("city", "Berlin")));

        Listing loaded = listings.find(listing.id()).orElseThrow();
        loaded.moveTo(new Listing.Place("Arena", null));
        listings.save(loaded);

        Document stored = document(listing.id());
        assertThat(stored.getString("city")).isEqualTo("Berlin");
        assertThat(stored.get("place", Document.class)).isEqualTo(new Document("hall", "Arena").append("gate", gate));
        loaded.moveTo(null);
        listings.save(loaded);
        assertThat(document(listing.id())).doesNotContainKey("place").containsKey("city");
    }

    @Test
    void leavesAnEntryWithAnUnknownSubjectToTheVersionThatRaisedIt() {
        TicketCreated first = UnpublishedListing.created("First");
        TicketCreated second = UnpublishedListing.created("Second");
        ObjectId unknown = new ObjectId();
        Document newer = UnpublishedListing.document(first);
        List<Document> entries = new ArrayList<>(newer.getList(OutboxEntry.FIELD, Document.class));
        entries.addFirst(new Document("_id", unknown)
                .append("subject", "TICKET_MOVED")
                .append("json", "{}")
                .append("due", Instant.now()));
        newer.append(OutboxEntry.FIELD, entries);
        collection().insertMany(List.of(newer, UnpublishedListing.document(second)));

        await().untilAsserted(() ->
                assertThat(created.stream().map(TicketCreated::id)).contains(first.id(), second.id()));
        await().untilAsserted(() -> {
            Document stored = document(first.id());
            assertThat(stored).doesNotContainKey(Claim.FIELD);
            assertThat(stored.getList(OutboxEntry.FIELD, Document.class))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.getObjectId("_id")).isEqualTo(unknown);
                        assertThat(entry.getDate("due")).isInTheFuture();
                    });
        });
        assertThat(meters.get("outbox.entries.skipped").functionCounter().count())
                .isPositive();
    }

    @Test
    void savesAnAggregateWithAnUnknownEntry() {
        Listing listing = listings.save(Listing.of("Concert"));
        Document unknown = new Document("_id", new ObjectId())
                .append("subject", "TICKET_MOVED")
                .append("json", "{}")
                .append("due", Instant.now());
        collection().updateOne(Filters.eq("_id", listing.id()), Updates.push(OutboxEntry.FIELD, unknown));
        Listing loaded = listings.find(listing.id()).orElseThrow();
        loaded.rename("Front row");
        listings.save(loaded);

        await().untilAsserted(() -> assertThat(versions(listing)).containsExactly(1L));
    }

    @Test
    void storesAnAbsentValueAsNoField() {
        Listing listing = listings.save(Listing.of("Concert"));
        listing.hold(newId());
        listings.save(listing);
        assertThat(document(listing.id())).containsKey("orderId");
        listing.release();
        listings.save(listing);
        assertThat(document(listing.id())).doesNotContainKeys("orderId", "raised", "discardsUnpublished", "_class");
        assertThat(document(listing.id())).containsEntry("version", 2L);
        assertThat(listings.find(listing.id()).orElseThrow().orderId()).isNull();
    }

    @Test
    void rejectsAChangeOfAnOutdatedState() {
        Listing listing = listings.save(Listing.of("Concert"));
        Listing stale = listings.find(listing.id()).orElseThrow();
        listing.rename("First");
        listings.save(listing);
        stale.rename("Second");
        assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> listings.save(stale));
        await().untilAsserted(() ->
                assertThat(updatesOf(listing)).extracting(TicketUpdated::title).containsExactly("First"));
        assertUnchanged(() -> assertThat(versions(listing)).containsExactly(1L));
    }

    @Test
    void rejectsADuplicateKeyAndPublishesNothing() {
        String order = newId();
        Listing first = listings.save(Listing.of("First"));
        Listing second = listings.save(Listing.of("Second"));
        first.hold(order);
        listings.save(first);
        second.hold(order);
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> listings.save(second));
        await().untilAsserted(() -> assertThat(versions(first)).containsExactly(1L));
        assertUnchanged(() -> assertThat(versions(second)).isEmpty());
    }

    @Test
    void publishesTheVersionsOfConcurrentWritersOnceAndInOrder() throws Exception {
        int writers = 8;
        int changes = 15;
        Listing listing = listings.save(Listing.of("Contended"));
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> done = new ArrayList<>();
            IntStream.range(0, writers)
                    .forEach(writer -> done.add(threads.submit(() -> {
                        for (int i = 0; i < changes; i++) {
                            changeUntilWon(listing.id(), writer + "-" + i);
                        }
                    })));
            for (Future<?> each : done) {
                each.get();
            }
        }
        List<Long> all =
                LongStream.rangeClosed(1, (long) writers * changes).boxed().toList();
        await().untilAsserted(() -> assertThat(versions(listing)).hasSameSizeAs(all));
        assertThat(versions(listing)).isEqualTo(all);
        awaitAcknowledged(listing);
        assertUnchanged(() -> assertThat(versions(listing)).isEqualTo(all));
    }

    private void changeUntilWon(String id, String title) {
        boolean won = false;
        while (!won) {
            try {
                WriteConflicts.retry(() -> {
                    Listing listing = listings.find(id).orElseThrow();
                    listing.rename(title);
                    listings.save(listing);
                });
                won = true;
            } catch (OptimisticLockingFailureException e) {
                // with this many writers, all 20 attempts may conflict
                assertThat(e).hasMessageContaining("has changed");
            }
        }
    }

    @Test
    void publishesADelayedEventWhenItIsDue() {
        String order = newId();
        Listing listing = listings.save(Listing.of("Held"));
        listing.holdUntil(clock.instant().plus(Duration.ofMinutes(15)), order);
        listings.save(listing);
        await().untilAsserted(() -> assertThat(versions(listing)).containsExactly(1L));
        assertUnchanged(() -> assertThat(expirations(order)).isZero());
        clock.advance(Duration.ofMinutes(16));
        await().untilAsserted(() -> assertThat(expirations(order)).isEqualTo(1));
        awaitAcknowledged(listing);
        assertUnchanged(() -> assertThat(expirations(order)).isEqualTo(1));
    }

    @Test
    void doesNotPublishAWithdrawnDelayedEvent() {
        String order = newId();
        Listing listing = listings.save(Listing.of("Held"));
        listing.holdUntil(clock.instant().plus(Duration.ofMinutes(15)), order);
        listings.save(listing);
        await().untilAsserted(() -> assertThat(versions(listing)).containsExactly(1L));
        listing.releaseEarly();
        listings.save(listing);
        await().untilAsserted(() -> assertThat(versions(listing)).containsExactly(1L, 2L));
        clock.advance(Duration.ofMinutes(16));
        assertUnchanged(() -> assertThat(expirations(order)).isZero());
        awaitAcknowledged(listing);
    }

    @Test
    void publishesTheEventOfAWriterThatEndedBeforePublishing() {
        TicketCreated event = UnpublishedListing.created("Left");
        collection().insertOne(UnpublishedListing.document(event));
        await().untilAsserted(() -> assertThat(created).contains(event));
        await().until(() -> isAcknowledged(event.id()));
        assertUnchanged(() -> assertThat(created).containsOnlyOnce(event));
    }

    @Test
    void doesNotPublishAClaimedAggregateBeforeTheClaimExpires() {
        TicketCreated event = UnpublishedListing.created("Claimed");
        collection()
                .insertOne(UnpublishedListing.document(event)
                        .append(Claim.FIELD, Claim.value(new ObjectId(), clock.instant(), Duration.ofMinutes(1))));
        assertUnchanged(() -> assertThat(created).doesNotContain(event));
        clock.advance(Duration.ofMinutes(2));
        await().untilAsserted(() -> assertThat(created).containsOnlyOnce(event));
        await().until(() -> isAcknowledged(event.id()));
    }

    @Test
    void publishesAWriteToAClaimedAggregateOnceTheClaimIsReleased() {
        Listing listing = listings.save(Listing.of("Claimed"));
        awaitAcknowledged(listing);
        ObjectId other = new ObjectId();
        collection()
                .updateOne(Filters.eq("_id", listing.id()), Claim.set(other, clock.instant(), Duration.ofMinutes(10)));
        listing.rename("Written during the claim");
        listings.save(listing);
        assertUnchanged(() -> assertThat(versions(listing)).isEmpty());
        collection().updateOne(Filters.eq(Claim.TOKEN, other), Updates.unset(Claim.FIELD));
        await().untilAsserted(() -> assertThat(versions(listing)).containsExactly(1L));
        awaitAcknowledged(listing);
    }

    @Test
    void publishesMoreThanOneBatch() {
        List<TicketCreated> events = IntStream.range(0, 250)
                .mapToObj(i -> UnpublishedListing.created("Many " + i))
                .toList();
        collection()
                .insertMany(events.stream().map(UnpublishedListing::document).toList());
        await().untilAsserted(() -> assertThat(created).containsAll(events));
        await().until(() -> events.stream().allMatch(event -> isAcknowledged(event.id())));
        assertThat(created)
                .filteredOn(event -> event.title().startsWith("Many"))
                .hasSameSizeAs(events);
    }

    @Test
    void rejectsAChangeWhileTooManyEventsAreUnpublished() {
        Listing listing = listings.save(Listing.of("Concert"));
        awaitAcknowledged(listing);
        Date later = Date.from(clock.instant().plus(Duration.ofDays(1)));
        List<Document> unpublished = Stream.generate(() -> new Document("_id", new ObjectId())
                        .append("subject", "TICKET_UPDATED")
                        .append("json", "{}")
                        .append("due", later))
                .limit(Outbox.MAX_ENTRIES)
                .toList();
        collection().updateOne(Filters.eq("_id", listing.id()), Updates.pushEach(OutboxEntry.FIELD, unpublished));

        listing.rename("Front row");
        assertThatExceptionOfType(OutboxFullException.class)
                .isThrownBy(() -> WriteConflicts.retry(() -> listings.save(listing)))
                .matches(DatabaseOutages::isCauseOf, "is answered with 503, and its message is redelivered");

        collection().updateOne(Filters.eq("_id", listing.id()), Updates.popFirst(OutboxEntry.FIELD));
        listings.save(listing);
        assertThat(document(listing.id()).getList(OutboxEntry.FIELD, Document.class))
                .hasSizeLessThanOrEqualTo(Outbox.MAX_ENTRIES);
    }

    private static String newId() {
        return new ObjectId().toHexString();
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection("listings");
    }

    private Document document(String id) {
        return Objects.requireNonNull(collection().find(Filters.eq("_id", id)).first());
    }

    private void awaitAcknowledged(Listing listing) {
        await().until(() -> isAcknowledged(listing.id()));
    }

    private boolean isAcknowledged(String id) {
        return collection()
                        .countDocuments(Filters.and(
                                Filters.eq("_id", id),
                                Filters.exists(Claim.FIELD, false),
                                Filters.exists(OutboxEntry.FIELD + ".0", false)))
                == 1;
    }

    private List<Long> createdVersions(Listing listing) {
        return created.stream()
                .filter(event -> event.id().equals(listing.id()))
                .map(TicketCreated::version)
                .toList();
    }

    private List<TicketUpdated> updatesOf(Listing listing) {
        return updated.stream().filter(event -> event.id().equals(listing.id())).toList();
    }

    private List<Long> versions(Listing listing) {
        return updatesOf(listing).stream().map(TicketUpdated::version).toList();
    }

    private long expirations(String order) {
        return expired.stream().filter(event -> event.orderId().equals(order)).count();
    }

    /** Asserts for the duration of several sweeps. */
    private static void assertUnchanged(ThrowingRunnable assertion) {
        await().during(Duration.ofMillis(800)).untilAsserted(assertion);
    }
}
