package com.ticketing.expiration.timer;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.devservers.BrokerMonitor;
import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.SignedIn;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service and a broker of its own: what the broker says of it, and how it is without it. */
@ServiceTest
@DirtiesContext
class TopologyIT {

    private static final String QUEUE_GROUP = "expiration-service";

    @TempDir
    static Path store;

    @SuppressWarnings("NullAway.Init") // started before the context, since that needs its address
    static NatsStreamingServer broker;

    @Autowired
    TimerService timers;

    @LocalManagementPort
    int managementPort;

    @Value("${nats.channel-prefix}")
    String prefix;

    @DynamicPropertySource
    static void startBroker(DynamicPropertyRegistry registry) {
        broker = NatsStreamingServer.start(CacheFolder.path(), store);
        registry.add("nats.url", broker::url);
        registry.add("nats.cluster-id", broker::clusterId);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void listensToTheEventsOfOrdersThroughItsDurableQueueGroup() {
        eventually(() -> assertThat(monitor().queueGroups())
                .containsOnlyKeys(
                        prefix + "order:created",
                        prefix + "order:cancelled",
                        prefix + "order:completed",
                        prefix + "user:banned",
                        prefix + "user:unbanned")
                .allSatisfy((channel, subscription) -> {
                    assertThat(subscription.path("queue_name").asString()).isEqualTo(QUEUE_GROUP + ":" + QUEUE_GROUP);
                    assertThat(subscription.path("is_durable").asBoolean()).isTrue();
                    assertThat(subscription.path("ack_wait").asInt()).isEqualTo(30);
                }));
    }

    @Test
    void keepsWhatFiresWithoutTheBrokerUntilItIsBack() {
        eventually(() -> assertThat(health("")).isEqualTo("UP"));

        broker.kill();
        eventually(() -> assertThat(health("")).isEqualTo("DEGRADED"));
        assertThat(health("/readiness")).isEqualTo("UP");
        assertThat(health("/liveness")).isEqualTo("UP");
        timers.start(SignedIn.newId(), 0, Instant.now());

        broker.restart();
        eventually(() -> assertThat(health("")).isEqualTo("UP"));
        eventually(() -> assertThat(monitor()
                        .channel(prefix + "expiration:complete")
                        .path("msgs")
                        .asInt())
                .isEqualTo(1));
    }

    private static BrokerMonitor monitor() {
        return new BrokerMonitor(broker);
    }

    /** An answer of 200 whatever it says. */
    private String health(String group) {
        return new Api("http://localhost:" + managementPort)
                .get("/actuator/health" + group)
                .expect(200)
                .json()
                .path("status")
                .asString();
    }
}
