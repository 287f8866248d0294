package com.ticketing.common.outbox;

import static com.ticketing.testsupport.Eventually.await;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.sample.Channels;
import com.ticketing.common.sample.Listing;
import com.ticketing.common.sample.Listings;
import com.ticketing.common.sample.SampleProcess;
import com.ticketing.testsupport.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Writes the same aggregates from two processes at full speed, so that writes and acknowledgements conflict constantly.
 * Without failures, each version is published once and in order.
 */
class TwoProcessesIT {

    private static final int LISTINGS = 5;
    private static final int WRITERS = 4;
    private static final int CHANGES = 100;

    private final String prefix = TestServers.newChannelPrefix();
    private final String uri = TestServers.newMongoUri();

    @Test
    void eachVersionIsPublishedOnceAndInOrder() throws Exception {
        try (SampleProcess one = start();
                SampleProcess other = start();
                Channels channels = Channels.open(TestServers.natsUrl(), TestServers.clusterId(), prefix)) {
            await().until(() -> one.isConnected() && other.isConnected());
            List<TicketUpdated> updated = channels.all(TicketUpdated.class);
            List<String> ids = Stream.generate(() -> one.listings().save(Listing.of("Contended")))
                    .limit(LISTINGS)
                    .map(Listing::id)
                    .toList();

            write(ids, List.of(one.listings(), other.listings()));

            Map<String, List<Long>> expected = ids.stream().collect(toMap(id -> id, id -> {
                long newest = one.listings().find(id).orElseThrow().version();
                return LongStream.rangeClosed(1, newest).boxed().toList();
            }));
            long total = expected.values().stream().mapToLong(List::size).sum();
            assertThat(total).isEqualTo(2L * WRITERS * CHANGES);
            await().untilAsserted(() -> assertThat(updated).hasSizeGreaterThanOrEqualTo((int) total));
            // for the duration of several sweeps of both processes
            await().during(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(versions(updated)).isEqualTo(expected));
        }
    }

    private static void write(List<String> ids, List<Listings> processes) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random random = new Random(writer);
                for (Listings process : processes) {
                    writers.add(threads.submit(() -> {
                        for (int change = 0; change < CHANGES; change++) {
                            rename(process, ids.get(random.nextInt(ids.size())), "Change " + change);
                        }
                    }));
                }
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
    }

    private static void rename(Listings listings, String id, String title) {
        boolean won = false;
        while (!won) {
            try {
                Listing listing = listings.find(id).orElseThrow();
                listing.rename(title);
                listings.save(listing);
                won = true;
            } catch (OptimisticLockingFailureException e) {
                assertThat(e).hasMessageContaining("has changed");
            }
        }
    }

    private static Map<String, List<Long>> versions(List<TicketUpdated> events) {
        return events.stream().collect(groupingBy(TicketUpdated::id, mapping(TicketUpdated::version, toList())));
    }

    private SampleProcess start() {
        return SampleProcess.start(
                "spring.mongodb.uri=" + uri,
                "nats.url=" + TestServers.natsUrl(),
                "nats.cluster-id=" + TestServers.clusterId(),
                "nats.channel-prefix=" + prefix);
    }
}
