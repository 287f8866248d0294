package com.ticketing.common.outbox;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.messaging.CrashPoint;
import com.ticketing.common.sample.Channels;
import com.ticketing.common.sample.ChildProcess;
import com.ticketing.common.sample.SampleProcess;
import com.ticketing.testsupport.TestServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process at each point between a write and the acknowledgement of its event; another process publishes it. */
class CrashIT {

    private static final String TITLE = "Left by a crash";

    private final String uri = TestServers.newMongoUri();
    private final String prefix = TestServers.newChannelPrefix();

    @TempDir
    Path folder;

    @Test
    void anEventIsNotLostByACrashBetweenWriteAndPublication() throws Exception {
        assertThat(crash(CrashPoint.BEFORE_PUBLISH, "crash.title=" + TITLE)).isEqualTo(ChildProcess.KILLED);
        try (Channels channels = channels()) {
            List<TicketCreated> created = channels.all(TicketCreated.class);
            assertClaimed(left());
            awaitPublishedByAnotherProcess();
            await().untilAsserted(() -> assertThat(created).singleElement().satisfies(CrashIT::isTheEvent));
        }
    }

    @Test
    void anEventIsRepeatedAfterACrashBetweenPublicationAndAcknowledgement() throws Exception {
        assertThat(crash(CrashPoint.AFTER_PUBLISH, "crash.title=" + TITLE)).isEqualTo(ChildProcess.KILLED);
        try (Channels channels = channels()) {
            List<TicketCreated> created = channels.all(TicketCreated.class);
            await().untilAsserted(() -> assertThat(created).hasSize(1));
            assertClaimed(left());
            awaitPublishedByAnotherProcess();
            await().untilAsserted(() -> assertThat(created).hasSize(2).allSatisfy(CrashIT::isTheEvent));
            // a replica applies the first and ignores the second
            assertThat(created.getFirst()).isEqualTo(created.getLast());
        }
    }

    @Test
    void anEventIsNotLostByACrashBetweenClaimAndPublication() throws Exception {
        // the write of another process, which this one claims in a sweep and does not publish before it crashes
        TicketCreated event = UnpublishedListing.created(TITLE);
        inCollection(collection -> collection.insertOne(UnpublishedListing.document(event)));
        assertThat(crash(CrashPoint.BEFORE_PUBLISH)).isEqualTo(ChildProcess.KILLED);
        try (Channels channels = channels()) {
            List<TicketCreated> created = channels.all(TicketCreated.class);
            assertClaimed(left());
            awaitPublishedByAnotherProcess();
            await().untilAsserted(() -> assertThat(created).containsExactly(event));
        }
    }

    private int crash(CrashPoint point, String... settings) throws Exception {
        List<String> all = new ArrayList<>(List.of(settings()));
        all.addAll(List.of(settings));
        all.add("crash.point=" + point);
        try (ChildProcess process =
                ChildProcess.start(SavesOnceConnected.class, folder.resolve("child.log"), all.toArray(String[]::new))) {
            return process.awaitEnd();
        }
    }

    private void awaitPublishedByAnotherProcess() {
        try (SampleProcess next = SampleProcess.start(settings())) {
            await().until(next::isConnected);
            await().untilAsserted(() -> {
                Document document = left();
                assertThat(document).doesNotContainKey(Claim.FIELD);
                assertThat(document.getList(OutboxEntry.FIELD, Document.class)).isEmpty();
            });
        }
    }

    private String[] settings() {
        return new String[] {
            "spring.mongodb.uri=" + uri,
            "nats.url=" + TestServers.natsUrl(),
            "nats.cluster-id=" + TestServers.clusterId(),
            "nats.channel-prefix=" + prefix,
            "outbox.lease=PT11S"
        };
    }

    private Channels channels() throws Exception {
        return Channels.open(TestServers.natsUrl(), TestServers.clusterId(), prefix);
    }

    private Document left() {
        List<Document> all = new ArrayList<>();
        inCollection(collection -> collection.find().into(all));
        assertThat(all).hasSize(1);
        return Objects.requireNonNull(all.getFirst());
    }

    private static void assertClaimed(Document document) {
        assertThat(document).containsKey(Claim.FIELD);
        assertThat(document.getList(OutboxEntry.FIELD, Document.class)).hasSize(1);
    }

    private static void isTheEvent(TicketCreated event) {
        assertThat(event.title()).isEqualTo(TITLE);
        assertThat(event.version()).isZero();
    }

    private void inCollection(Consumer<MongoCollection<Document>> action) {
        var address = new ConnectionString(uri);
        try (MongoClient client = MongoClients.create(address)) {
            action.accept(client.getDatabase(Objects.requireNonNull(address.getDatabase()))
                    .getCollection("listings"));
        }
    }
}
