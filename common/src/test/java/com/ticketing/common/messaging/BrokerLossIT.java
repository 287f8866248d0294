package com.ticketing.common.messaging;

import static com.ticketing.testsupport.Eventually.PATIENCE;
import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.sample.Channels;
import com.ticketing.common.sample.Listing;
import com.ticketing.common.sample.SampleProcess;
import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.testsupport.TestServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerLossIT {

    @TempDir
    Path store;

    NatsStreamingServer broker;
    String database;

    @BeforeEach
    void startBroker() {
        broker = NatsStreamingServer.start(CacheFolder.path(), store);
        database = TestServers.newMongoUri();
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void startsWithoutTheBrokerAndPublishesAfterItConnects() throws Exception {
        broker.kill();
        try (SampleProcess process = start()) {
            assertThat(process.management()
                            .get("/actuator/health")
                            .expect(200)
                            .json()
                            .path("status")
                            .asString())
                    .isEqualTo("DEGRADED");
            assertThat(process.management()
                            .get("/actuator/health/readiness")
                            .expect(200)
                            .json()
                            .path("status")
                            .asString())
                    .isEqualTo("UP");
            assertThat(process.management().get("/actuator/health/liveness").status())
                    .isEqualTo(200);
            Listing listing = process.listings().save(Listing.of("Early"));
            listing.rename("Earlier");
            process.listings().save(listing);

            broker.restart();
            await().until(process::isConnected);
            assertThat(process.management()
                            .get("/actuator/health")
                            .expect(200)
                            .json()
                            .path("status")
                            .asString())
                    .isEqualTo("UP");
            try (Channels channels = channels()) {
                List<TicketCreated> created = channels.all(TicketCreated.class);
                List<TicketUpdated> updated = channels.all(TicketUpdated.class);
                await().untilAsserted(() -> {
                    assertThat(created).extracting(TicketCreated::id).containsExactly(listing.id());
                    assertThat(updated).extracting(TicketUpdated::version).containsExactly(1L);
                });
                OrderCreated order = OrdersPlaced.next();
                channels.publish(order);
                await().untilAsserted(() -> assertThat(process.inbox().orders()).containsExactly(order));
            }
        }
    }

    @Test
    void publishesEveryEventAlthoughTheBrokerIsKilledAndRestarted() throws Exception {
        try (SampleProcess process = start()) {
            await().until(process::isConnected);
            List<Listing> listings = new ArrayList<>();
            List<OrderCreated> orders = new ArrayList<>();
            for (int round = 0; round < 2; round++) {
                try (Channels channels = channels()) {
                    OrderCreated order = OrdersPlaced.next();
                    orders.add(order);
                    channels.publish(order);
                }
                // some of these publications are in progress when the broker is killed
                for (int i = 0; i < 50; i++) {
                    listings.add(process.listings().save(Listing.of("Before " + i)));
                }
                broker.kill();
                for (int i = 0; i < 10; i++) {
                    listings.add(process.listings().save(Listing.of("While away " + i)));
                }
                await().until(() -> !process.isConnected());
                broker.restart();
                await().until(process::isConnected);
            }
            try (Channels channels = channels()) {
                OrderCreated last = OrdersPlaced.next();
                orders.add(last);
                channels.publish(last);
                List<TicketCreated> created = channels.all(TicketCreated.class);
                await().untilAsserted(() -> assertThat(process.inbox().orders()).containsAll(orders));
                await().untilAsserted(() -> assertThat(created)
                        .extracting(TicketCreated::id)
                        .containsAll(listings.stream().map(Listing::id).toList()));
            }
        }
    }

    @Test
    void finishesTheCurrentMessageAndKeepsTheGroupsPositionWhenItStops() throws Exception {
        OrderCreated inHand = OrdersPlaced.next();
        OrderCreated later = OrdersPlaced.next();
        MonitoredChannel channel = new MonitoredChannel(broker.monitorUrl(), "order:created");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayFinish = new CountDownLatch(1);
        try (Channels channels = channels()) {
            // so long that no redelivery can arrive during the test
            SampleProcess first = start("messaging.ack-wait=PT10M");
            Listing written = Listing.of("Written by the current message");
            first.inbox().onDelivery(order -> {
                begun.countDown();
                await().until(() -> mayFinish.getCount() == 0);
                first.listings().save(written);
            });
            channels.publish(inHand);
            await().until(() -> begun.getCount() == 0);
            Thread stopping = Thread.ofVirtual().start(first::close);
            await().until(() -> !first.context().getBean(Listeners.class).isRunning());
            assertThat(stopping.isAlive()).isTrue();
            mayFinish.countDown();
            assertThat(stopping.join(PATIENCE)).isTrue();

            assertThat(channel.pending()).isZero();
            assertThat(channel.subscriptions())
                    .hasSize(1)
                    .allMatch(subscription -> subscription.path("is_offline").asBoolean()
                            && subscription.path("queue_name").asString().equals("sample-service:sample-service"));
            List<TicketCreated> created = channels.all(TicketCreated.class);
            await().untilAsserted(() ->
                    assertThat(created).extracting(TicketCreated::id).containsExactly(written.id()));

            channels.publish(later);
            try (SampleProcess second = start("messaging.ack-wait=PT10M")) {
                await().untilAsserted(() -> assertThat(second.inbox().orders()).containsExactly(later));
            }
        }
    }

    @Test
    void receivesEachMessageOnceAfterAStopAndAStart() throws Exception {
        // so long that no redelivery can arrive during the test
        try (Channels channels = channels();
                SampleProcess process = start("messaging.ack-wait=PT10M")) {
            await().until(process::isConnected);
            process.context().stop();
            assertThat(process.isConnected()).isFalse();
            OrderCreated order = OrdersPlaced.next();
            channels.publish(order);
            process.context().start();
            await().untilAsserted(() -> assertThat(process.inbox().orders()).containsExactly(order));
        }
    }

    @Test
    void theProcessesOfAServiceShareItsMessages() throws Exception {
        try (Channels channels = channels();
                SampleProcess one = start("messaging.ack-wait=PT10M");
                SampleProcess other = start("messaging.ack-wait=PT10M")) {
            await().until(() -> one.isConnected() && other.isConnected());
            List<OrderCreated> orders = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                OrderCreated order = OrdersPlaced.next();
                orders.add(order);
                channels.publish(order);
            }
            await().untilAsserted(() -> {
                List<OrderCreated> received = new ArrayList<>(one.inbox().orders());
                received.addAll(other.inbox().orders());
                assertThat(received).containsExactlyInAnyOrderElementsOf(orders);
            });
            assertThat(one.inbox().orders()).isNotEmpty();
            assertThat(other.inbox().orders()).isNotEmpty();
        }
    }

    private SampleProcess start() {
        return start("messaging.ack-wait=PT10S");
    }

    private SampleProcess start(String ackWait) {
        return SampleProcess.start(
                "spring.mongodb.uri=" + database,
                "nats.url=" + broker.url(),
                "nats.cluster-id=" + broker.clusterId(),
                ackWait);
    }

    private Channels channels() throws Exception {
        return Channels.open(broker.url(), broker.clusterId(), "");
    }
}
