package com.ticketing.common.messaging;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.sample.Channels;
import com.ticketing.common.sample.ChildProcess;
import com.ticketing.common.sample.ListingReplica;
import com.ticketing.common.sample.ListingReplicas;
import com.ticketing.common.sample.SampleProcess;
import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.testsupport.TestServers;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the conflicts between members of a queue group: redelivery, slow and dead members, reordering. */
class QueueGroupIT {

    @TempDir
    Path folder;

    private final String database = TestServers.newMongoUri();
    private NatsStreamingServer broker;
    private Channels channels;

    @BeforeEach
    void startBroker() throws Exception {
        broker = NatsStreamingServer.start(CacheFolder.path(), folder.resolve("store"));
        channels = Channels.open(broker.url(), broker.clusterId(), "");
    }

    @AfterEach
    void stopBroker() throws Exception {
        channels.close();
        broker.close();
    }

    @Test
    void aFailedMessageIsRedeliveredAfterTheAckWait() throws Exception {
        try (SampleProcess process = start("messaging.ack-wait=PT2S")) {
            OrderCreated order = OrdersPlaced.next();
            List<Long> at = Collections.synchronizedList(new ArrayList<>());
            process.inbox().onDelivery(delivered -> {
                at.add(System.nanoTime());
                if (at.size() == 1) {
                    throw new IllegalStateException("fails once");
                }
            });
            long published = System.nanoTime();
            channels.publish(order);
            await().until(() -> at.size() >= 2);
            // measured from the publication: on a busy machine the listener may start long after the delivery
            assertThat(Duration.ofNanos(at.get(1) - published)).isGreaterThan(Duration.ofMillis(1_900));
            await().until(() -> new MonitoredChannel(broker.monitorUrl(), "order:created").pending() == 0);
        }
    }

    @Test
    void aMessageOfASlowProcessIsRedeliveredToAnotherOne() throws Exception {
        try (SampleProcess slow = start("messaging.ack-wait=PT2S", "messaging.max-in-flight=1");
                SampleProcess neighbour = startAfter(slow)) {
            CountDownLatch mayGoOn = new CountDownLatch(1);
            slow.inbox().onDelivery(delivered -> {
                // until the broker has redelivered the message
                await().until(() -> mayGoOn.getCount() == 0);
            });
            List<OrderCreated> orders = new ArrayList<>();
            while (slow.inbox().orders().isEmpty()) {
                OrderCreated order = OrdersPlaced.next();
                orders.add(order);
                channels.publish(order);
            }
            OrderCreated held = slow.inbox().orders().getFirst();
            await().untilAsserted(() -> assertThat(neighbour.inbox().orders()).containsAll(orders));
            // both processes received the same message
            assertThat(neighbour.inbox().deliveriesOf(held.id())).isPositive();
            mayGoOn.countDown();
            await().until(() -> new MonitoredChannel(broker.monitorUrl(), "order:created").pending() == 0);
        }
    }

    @Test
    void theMessagesOfADeadProcessAreRedeliveredLongBeforeTheAckWait() throws Exception {
        // longer than this test waits, so only the server's heartbeats can cause the redelivery
        String longWait = "messaging.ack-wait=PT10M";
        MonitoredChannel channel = new MonitoredChannel(broker.monitorUrl(), "order:created");
        try (ChildProcess doomed = ChildProcess.start(
                BusyForever.class,
                folder.resolve("child.log"),
                settings(longWait).toArray(String[]::new))) {
            await().until(() -> channel.subscriptions().size() == 1);
            List<OrderCreated> orders = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                OrderCreated order = OrdersPlaced.next();
                orders.add(order);
                channels.publish(order);
            }
            await().until(() -> channel.pending() == orders.size());
            try (SampleProcess neighbour = start(longWait)) {
                assertThat(neighbour.inbox().orders()).isEmpty();
                doomed.kill();
                await().untilAsserted(() ->
                        assertThat(neighbour.inbox().orders()).containsExactlyInAnyOrderElementsOf(orders));
            }
        }
    }

    @Test
    void reorderedEventsInRapidSuccessionLeadToTheNewestState() throws Exception {
        try (SampleProcess one = start("messaging.ack-wait=PT5S");
                SampleProcess other = startAfter(one)) {
            String id = new ObjectId().toHexString();
            for (long version : shuffledVersions()) {
                channels.publish(updated(id, version));
            }
            awaitNewest(one, id);
            awaitNewest(other, id);
        }
    }

    @Test
    void reorderedEventsInSlowSuccessionLeadToTheNewestState() throws Exception {
        try (SampleProcess process = start("messaging.ack-wait=PT5S")) {
            String id = new ObjectId().toHexString();
            MonitoredChannel channel = new MonitoredChannel(broker.monitorUrl(), "ticket:updated");
            long newest = -1;
            for (long version : shuffledVersions()) {
                channels.publish(updated(id, version));
                // handled before the next event is published
                newest = Math.max(newest, version);
                long expected = newest;
                await().untilAsserted(() -> assertThat(copy(process, id)).isEqualTo(expected));
                await().until(() -> channel.pending() == 0);
            }
        }
    }

    private static final int VERSIONS = 30;

    private static List<Long> shuffledVersions() {
        List<Long> versions =
                new ArrayList<>(LongStream.range(0, VERSIONS).boxed().toList());
        versions.addAll(versions.subList(0, VERSIONS / 2));
        Collections.shuffle(versions, new Random(7));
        return versions;
    }

    private static TicketUpdated updated(String id, long version) {
        return new TicketUpdated(id, version, "Title " + version, BigDecimal.TEN, "seller", null);
    }

    private void awaitNewest(SampleProcess process, String id) throws Exception {
        MonitoredChannel channel = new MonitoredChannel(broker.monitorUrl(), "ticket:updated");
        await().until(() -> channel.pending() == 0 && copy(process, id) == VERSIONS - 1);
    }

    private static long copy(SampleProcess process, String id) {
        return process.context()
                .getBean(ListingReplicas.class)
                .find(id)
                .map(ListingReplica::version)
                .orElse(-1L);
    }

    private SampleProcess start(String... more) {
        SampleProcess process = SampleProcess.start(settings(more).toArray(String[]::new));
        await().until(process::isConnected);
        return process;
    }

    private SampleProcess startAfter(SampleProcess first) {
        return start(
                "messaging.ack-wait=" + first.context().getEnvironment().getRequiredProperty("messaging.ack-wait"));
    }

    private List<String> settings(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "spring.mongodb.uri=" + database,
                "nats.url=" + broker.url(),
                "nats.cluster-id=" + broker.clusterId(),
                "messaging.max-deliveries=5"));
        settings.addAll(List.of(more));
        return settings;
    }
}
