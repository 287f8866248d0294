package com.ticketing.common.outbox;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.sample.Channels;
import com.ticketing.common.sample.Listing;
import com.ticketing.common.sample.SampleProcess;
import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** Publishes the state of all aggregates again, as after the loss of the broker's store. */
class RepublishIT {

    private static final String PATH = "/actuator/republish";

    private final String mongoUri = TestServers.newMongoUri();

    @TempDir
    Path store;

    NatsStreamingServer broker;

    @BeforeEach
    void startBroker() {
        broker = NatsStreamingServer.start(CacheFolder.path(), store);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void publishesEveryAggregateWithItsCurrentVersionAfterTheStoreWasLost() throws Exception {
        try (SampleProcess process = start()) {
            List<Listing> listings = saveRenamed(process, 3);
            awaitEmptyOutboxes(process);
            List<Document> before = documents(process);

            broker.loseStore();
            await().until(process::isConnected);
            assertThat(operator(process).get(PATH).expect(200).json().path("collections"))
                    .isEmpty();
            operator(process).post(PATH, null).expect(200);

            JsonNode finished = awaitFinished(process);
            assertThat(finished.path("published").asLong()).isEqualTo(3);
            assertThat(finished.path("unreadable").asLong()).isZero();
            List<TicketUpdated> published = published(3);
            assertThat(published)
                    .containsExactlyInAnyOrderElementsOf(listings.stream()
                            .map(listing -> new TicketUpdated(
                                    listing.id(), 1, listing.title(), listing.price(), "seller", null))
                            .toList());
            awaitEmptyOutboxes(process);
            assertThat(documents(process)).as("state and versions").isEqualTo(before);
        }
    }

    @Test
    void continuesWhereAnotherProcessWasInterrupted() throws Exception {
        List<String> ids;
        try (SampleProcess first = start()) {
            ids = saveRenamed(first, 5).stream().map(Listing::id).sorted().toList();
            awaitEmptyOutboxes(first);
            broker.loseStore();
            Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            mongo(first).save(new Republication("listings", ids.get(2), 3, 0, started, started, null));
        }
        try (SampleProcess second = start()) {
            assertThat(awaitFinished(second).path("published").asLong()).isEqualTo(5);
            assertThat(published(2).stream().map(TicketUpdated::id)).containsExactlyElementsOf(ids.subList(3, 5));
        }
    }

    @Test
    void publishesNoMoreThanTheRate() throws Exception {
        try (SampleProcess process = start("outbox.republish-rate=1")) {
            saveRenamed(process, 3);
            operator(process).post(PATH, null).expect(200);

            JsonNode finished = awaitFinished(process);

            assertThat(finished.path("published").asLong()).isEqualTo(3);
            assertThat(Duration.between(time(finished, "startedAt"), time(finished, "finishedAt")))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        }
    }

    @Test
    void startsAgainForAStoreThatWasLostMeanwhile() throws Exception {
        try (SampleProcess process = start("outbox.republish-rate=1")) {
            List<Listing> listings = saveRenamed(process, 3);
            awaitEmptyOutboxes(process);
            operator(process).post(PATH, null).expect(200);
            await().until(() -> collection(process).path("published").asLong() > 0);
            broker.loseStore();
            await().until(process::isConnected);

            operator(process).post(PATH, null).expect(200);

            assertThat(awaitFinished(process).path("published").asLong()).isEqualTo(3);
            assertThat(published(3).stream().map(TicketUpdated::id))
                    .containsAll(listings.stream().map(Listing::id).toList());
        }
    }

    private static Instant time(JsonNode republication, String field) {
        return Instant.parse(republication.path(field).asString());
    }

    @Test
    void skipsAndCountsAggregatesThatAreUnreadable() throws Exception {
        try (SampleProcess process = start()) {
            saveRenamed(process, 2);
            awaitEmptyOutboxes(process);
            broker.loseStore();
            await().until(process::isConnected);
            mongo(process)
                    .getCollection("listings")
                    .insertMany(List.of(
                            new Document("_id", "0").append("version", 0L).append("price", new Document("a", 1)),
                            new Document("_id", "1").append("version", 0L).append("title", "Without a price")));

            operator(process).post(PATH, null).expect(200);

            JsonNode finished = awaitFinished(process);
            assertThat(finished.path("published").asLong()).isEqualTo(2);
            assertThat(finished.path("unreadable").asLong()).isEqualTo(2);
            assertThat(published(2)).hasSize(2);
        }
    }

    @Test
    void requiresTheManagementToken() {
        try (SampleProcess process = start()) {
            assertThat(process.management().post(PATH, null).status()).isEqualTo(401);
        }
    }

    private static List<Listing> saveRenamed(SampleProcess process, int count) {
        List<Listing> listings = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Listing listing = process.listings().save(Listing.of("Listing " + number));
            listing.rename("Renamed " + number);
            listings.add(process.listings().save(listing));
        }
        return listings;
    }

    private static JsonNode awaitFinished(SampleProcess process) {
        await().until(() -> collection(process).has("finishedAt"));
        return collection(process);
    }

    private static JsonNode collection(SampleProcess process) {
        JsonNode collections = operator(process).get(PATH).expect(200).json().path("collections");
        assertThat(collections).hasSize(1);
        return collections.path(0);
    }

    private List<TicketUpdated> published(int count) throws Exception {
        try (Channels channels = Channels.open(broker.url(), broker.clusterId(), "")) {
            List<TicketUpdated> events = channels.all(TicketUpdated.class);
            await().until(() -> events.size() >= count);
            return List.copyOf(events);
        }
    }

    private static List<Document> documents(SampleProcess process) {
        List<Document> documents =
                mongo(process).getCollection("listings").find().into(new ArrayList<>());
        documents.forEach(document -> document.keySet().removeAll(List.of(OutboxEntry.FIELD, Claim.FIELD)));
        return documents;
    }

    private static void awaitEmptyOutboxes(SampleProcess process) {
        await().until(() ->
                mongo(process).getCollection("listings").countDocuments(Document.parse("{'outbox.0': {$exists: true}}"))
                        == 0);
    }

    private static MongoOperations mongo(SampleProcess process) {
        return process.context().getBean(MongoOperations.class);
    }

    private static Api operator(SampleProcess process) {
        return process.management().with("Authorization", "Bearer the operators secret");
    }

    private SampleProcess start(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "spring.mongodb.uri=" + mongoUri, "nats.url=" + broker.url(), "nats.cluster-id=" + broker.clusterId()));
        settings.addAll(List.of(more));
        SampleProcess process = SampleProcess.start(settings.toArray(String[]::new));
        await().until(process::isConnected);
        return process;
    }
}
