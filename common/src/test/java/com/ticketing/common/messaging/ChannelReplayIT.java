package com.ticketing.common.messaging;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.sample.Channels;
import com.ticketing.common.sample.SampleProcess;
import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.TestServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Replays channels, as after a restore of the database. */
class ChannelReplayIT {

    private static final String PATH = "/actuator/replay";

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
    void deliversAllMessagesAgainFromTheFirstOne() throws Exception {
        try (SampleProcess process = start();
                Channels channels = Channels.open(broker.url(), broker.clusterId(), "")) {
            List<OrderCreated> orders = publish(channels, 50);
            await().untilAsserted(() -> assertThat(process.inbox().orders()).containsExactlyElementsOf(orders));
            assertThat(operator(process).get(PATH).expect(200).json().path("channels"))
                    .isEmpty();

            operator(process).post(PATH, null).expect(200);
            JsonNode channel = awaitEnd(process, "DONE");

            assertThat(channel.path("handled").asLong()).isEqualTo(50);
            assertThat(channel.path("last").asLong()).isEqualTo(50);
            assertThat(process.inbox().orders().subList(50, 100)).isEqualTo(orders);
            // the queue group continues at its position
            OrderCreated next = publish(channels, 1).getFirst();
            await().untilAsserted(() ->
                    assertThat(process.inbox().deliveriesOf(next.id())).isEqualTo(1));
        }
    }

    @Test
    void readsDeletionsAfterAllOtherChannels() throws Exception {
        CountDownLatch handled = new CountDownLatch(1);
        try (SampleProcess process = start();
                Channels channels = Channels.open(broker.url(), broker.clusterId(), "")) {
            OrderCreated order = publish(channels, 1).getFirst();
            await().untilAsserted(() -> assertThat(process.inbox().orders()).containsExactly(order));
            awaitAcked();
            process.inbox().onDelivery(delivered -> await().until(() -> handled.getCount() == 0));

            operator(process).post(PATH, null).expect(200);
            await().untilAsserted(
                            () -> assertThat(stateOf(process, "user:banned")).isEqualTo("EMPTY"));
            await().untilAsserted(
                            () -> assertThat(stateOf(process, "user:unbanned")).isEqualTo("EMPTY"));
            assertThat(stateOf(process, "user:deleted")).isEqualTo("WAITING");
            handled.countDown();

            awaitEnd(process, "DONE");
        }
    }

    @Test
    void waitsUntilAFailingMessageIsHandled() throws Exception {
        try (SampleProcess process = start("messaging.ack-wait=PT5S");
                Channels channels = Channels.open(broker.url(), broker.clusterId(), "")) {
            OrderCreated order = publish(channels, 1).getFirst();
            await().untilAsserted(() -> assertThat(process.inbox().orders()).containsExactly(order));
            awaitAcked();
            process.inbox().onDelivery(delivered -> {
                if (process.inbox().deliveriesOf(order.id()) < 4) {
                    throw new RedeliverLaterException("not yet");
                }
            });

            operator(process).post(PATH, null).expect(200);
            awaitEnd(process, "DONE");

            assertThat(process.inbox().deliveriesOf(order.id())).isEqualTo(4);
        }
    }

    @Test
    void continuesAfterABrokerStalledUntilTheConnectionWasLost() throws Exception {
        try (SampleProcess process = start();
                Channels channels = Channels.open(broker.url(), broker.clusterId(), "")) {
            OrderCreated order = publish(channels, 1).getFirst();
            await().untilAsserted(() -> assertThat(process.inbox().orders()).containsExactly(order));
            awaitAcked();

            broker.pause();
            operator(process).post(PATH, null).expect(200);
            await().until(() -> !process.isConnected());
            broker.resume();
            awaitEnd(process, "DONE");

            assertThat(process.inbox().deliveriesOf(order.id())).isEqualTo(2);
        }
    }

    @Test
    void continuesAfterTheLastHandledMessageWhenTheBrokerRestarts() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch restarted = new CountDownLatch(1);
        try (SampleProcess process = start()) {
            List<OrderCreated> orders;
            try (Channels channels = Channels.open(broker.url(), broker.clusterId(), "")) {
                orders = publish(channels, 3);
            }
            await().untilAsserted(() -> assertThat(process.inbox().orders()).containsExactlyElementsOf(orders));
            awaitAcked();
            process.inbox().onDelivery(delivered -> {
                if (delivered.equals(orders.get(1)) && begun.getCount() > 0) {
                    begun.countDown();
                    await().until(() -> restarted.getCount() == 0);
                }
            });

            operator(process).post(PATH, null).expect(200);
            await().until(() -> begun.getCount() == 0);
            broker.restart();
            restarted.countDown();
            JsonNode channel = awaitEnd(process, "DONE");

            assertThat(channel.path("handled").asLong()).isEqualTo(3);
            assertThat(process.inbox().deliveriesOf(orders.get(0).id())).isEqualTo(2);
            assertThat(process.inbox().deliveriesOf(orders.get(2).id())).isEqualTo(2);
        }
    }

    @Test
    void beginsAgainWhenTheBrokersStoreIsLost() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch lost = new CountDownLatch(1);
        try (SampleProcess process = start()) {
            List<OrderCreated> orders;
            try (Channels channels = Channels.open(broker.url(), broker.clusterId(), "")) {
                orders = publish(channels, 3);
            }
            await().untilAsserted(() -> assertThat(process.inbox().orders()).containsExactlyElementsOf(orders));
            awaitAcked();
            process.inbox().onDelivery(delivered -> {
                if (delivered.equals(orders.get(1)) && begun.getCount() > 0) {
                    begun.countDown();
                    await().until(() -> lost.getCount() == 0);
                }
            });

            operator(process).post(PATH, null).expect(200);
            await().until(() -> begun.getCount() == 0);
            broker.loseStore();
            OrderCreated first;
            try (Channels channels = Channels.open(broker.url(), broker.clusterId(), "")) {
                first = publish(channels, 1).getFirst();
            }
            lost.countDown();
            JsonNode channel = awaitEnd(process, "DONE");

            assertThat(channel.path("last").asLong()).isEqualTo(1);
            assertThat(channel.path("handled").asLong()).isEqualTo(1);
            await().untilAsserted(() -> assertThat(process.inbox().deliveriesOf(first.id()))
                    .as("by the queue group and by the replay")
                    .isEqualTo(2));
        }
    }

    @Test
    void givesUpIfTheBrokerDoesNotAnswer() throws Exception {
        try (SampleProcess process = start("messaging.replay-timeout=PT10S")) {
            broker.kill();
            await().until(() -> !process.isConnected());
            operator(process).post(PATH, null).expect(200);
            awaitEnd(process, "GIVEN_UP");

            broker.restart();
            await().until(process::isConnected);
            operator(process).post(PATH, null).expect(200);
            assertThat(awaitEnd(process, "EMPTY").path("last").asLong()).isZero();
        }
    }

    @Test
    void requiresTheManagementToken() {
        try (SampleProcess process = start()) {
            assertThat(process.management().post(PATH, null).status()).isEqualTo(401);
        }
    }

    private static List<OrderCreated> publish(Channels channels, int count) throws Exception {
        List<OrderCreated> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            OrderCreated order = OrdersPlaced.next();
            orders.add(order);
            channels.publish(order);
        }
        return orders;
    }

    private void awaitAcked() {
        MonitoredChannel channel = new MonitoredChannel(broker.monitorUrl(), "order:created");
        await().until(() -> channel.pending() == 0);
    }

    /** Waits for the state of the replay of {@code order:created}, the only channel with messages. */
    private static JsonNode awaitEnd(SampleProcess process, String state) {
        String others = state.equals("DONE") ? "EMPTY" : state;
        await().untilAsserted(() -> assertThat(
                        operator(process).get(PATH).expect(200).json().path("channels"))
                .isNotEmpty()
                .allMatch(channel -> channel.path("state").asString().equals(isOfOrders(channel) ? state : others)));
        return operator(process)
                .get(PATH)
                .json()
                .path("channels")
                .valueStream()
                .filter(ChannelReplayIT::isOfOrders)
                .findFirst()
                .orElseThrow();
    }

    private static String stateOf(SampleProcess process, String channel) {
        return operator(process)
                .get(PATH)
                .json()
                .path("channels")
                .valueStream()
                .filter(each -> each.path("channel").asString().equals(channel))
                .map(each -> each.path("state").asString())
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOfOrders(JsonNode channel) {
        return channel.path("channel").asString().equals("order:created");
    }

    private static Api operator(SampleProcess process) {
        return process.management().with("Authorization", "Bearer the operators secret");
    }

    private SampleProcess start(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "spring.mongodb.uri=" + TestServers.newMongoUri(),
                "nats.url=" + broker.url(),
                "nats.cluster-id=" + broker.clusterId(),
                // long enough to avoid redelivery on a busy machine
                "messaging.ack-wait=PT10M"));
        settings.addAll(List.of(more));
        SampleProcess process = SampleProcess.start(settings.toArray(String[]::new));
        await().until(process::isConnected);
        return process;
    }
}
