package com.ticketing.common.outbox;

import static com.ticketing.testsupport.Eventually.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.sample.Channels;
import com.ticketing.common.sample.SampleProcess;
import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.testsupport.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.BasicQuery;

/**
 * Publishes, in one pipelined sweep, the events that were stored while the broker was not available. With
 * {@code -Dsweep.entries=100000} it is a measurement: use a database with indexes (the embedded one reads every
 * document for each acknowledgement) and compare the result with the broker's own rate in the same run.
 */
class SweepIT {

    private static final int ENTRIES = Integer.getInteger("sweep.entries", 1_000);
    private static final int CHUNK = 1_000;

    /** One sweep publishes several batches. */
    private static final int BATCH = Math.min(1_000, ENTRIES / 4);

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @TempDir
    Path store;

    @Test
    void storedEventsArePublishedAfterTheBrokerReturns(TestReporter reporter) throws Exception {
        try (NatsStreamingServer broker = NatsStreamingServer.start(CacheFolder.path(), store)) {
            broker.kill();
            try (SampleProcess process = SampleProcess.start(
                    "spring.mongodb.uri=" + TestServers.newMongoUri(),
                    "nats.url=" + broker.url(),
                    "nats.cluster-id=" + broker.clusterId(),
                    "outbox.batch=" + BATCH,
                    // no second sweep: the one that the reconnection starts has to publish every batch
                    "outbox.sweep-interval=PT1H")) {
                Set<String> waiting = insertUnpublished(process.context().getBean(MongoOperations.class));
                broker.restart();
                await().atMost(TIMEOUT).until(process::isConnected);
                long start = System.nanoTime();
                await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(50)).until(() -> pending(process) == 0);
                double swept = ENTRIES / seconds(start);

                try (Channels channels = Channels.open(broker.url(), broker.clusterId(), "")) {
                    List<TicketCreated> created = channels.all(TicketCreated.class);
                    await().atMost(TIMEOUT).until(() -> created.size() >= ENTRIES);
                    assertThat(created).hasSize(ENTRIES);
                    assertThat(created.stream().map(TicketCreated::id)).containsExactlyInAnyOrderElementsOf(waiting);
                    double own = brokersOwnRate(channels);
                    String figures = String.format(
                            Locale.ROOT,
                            "%d entries: %.0f/s swept, %.0f/s the broker's own rate, ratio %.2f",
                            ENTRIES,
                            swept,
                            own,
                            swept / own);
                    System.out.println(figures);
                    reporter.publishEntry("sweep", figures);
                }
            }
        }
    }

    private static Set<String> insertUnpublished(MongoOperations mongo) {
        Set<String> ids = new HashSet<>();
        for (int done = 0; done < ENTRIES; done += CHUNK) {
            List<Document> chunk = IntStream.range(done, Math.min(done + CHUNK, ENTRIES))
                    .mapToObj(number -> UnpublishedListing.document(UnpublishedListing.created("Waiting " + number)))
                    .toList();
            chunk.forEach(document -> ids.add(document.getString("_id")));
            mongo.getCollection("listings").insertMany(new ArrayList<>(chunk));
        }
        return ids;
    }

    private static long pending(SampleProcess process) {
        return process.context()
                .getBean(MongoOperations.class)
                .count(new BasicQuery("{'outbox.0': {$exists: true}}"), "listings");
    }

    /** Publishes the same number of messages of the same size, pipelined, without the outbox. */
    private static double brokersOwnRate(Channels channels) throws Exception {
        byte[] message = UnpublishedListing.document(UnpublishedListing.created("Waiting 1234"))
                .getList(OutboxEntry.FIELD, Document.class)
                .getFirst()
                .toJson()
                .getBytes(UTF_8);
        long start = System.nanoTime();
        channels.publishPipelined(
                "the-brokers-own-rate", Stream.generate(() -> message).limit(ENTRIES));
        return ENTRIES / seconds(start);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
