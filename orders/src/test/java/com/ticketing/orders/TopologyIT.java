package com.ticketing.orders;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.devservers.BrokerMonitor;
import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.orders.ticket.Ticket;
import com.ticketing.orders.ticket.Tickets;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
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

    private static final String QUEUE_GROUP = "orders-service";

    @TempDir
    static Path store;

    @SuppressWarnings("NullAway.Init") // started before the context, since that needs its address
    static NatsStreamingServer broker;

    @Autowired
    Api api;

    @Autowired
    Tickets copies;

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
    void listensToTicketsPaymentsAndExpiryThroughItsDurableQueueGroup() {
        eventually(() -> assertThat(monitor().queueGroups())
                .containsOnlyKeys(
                        prefix + "ticket:created",
                        prefix + "ticket:updated",
                        prefix + "expiration:complete",
                        prefix + "payment:created",
                        prefix + "payment:refunded",
                        prefix + "user:banned",
                        prefix + "user:unbanned")
                .allSatisfy((channel, subscription) -> {
                    assertThat(subscription.path("queue_name").asString()).isEqualTo(QUEUE_GROUP + ":" + QUEUE_GROUP);
                    assertThat(subscription.path("is_durable").asBoolean()).isTrue();
                    assertThat(subscription.path("ack_wait").asInt()).isEqualTo(30);
                }));
    }

    @Test
    void servesWithoutTheBrokerAndTellsOfItLater() {
        Ticket ticket = new Ticket(SignedIn.newId(), 0, "Concert", BigDecimal.TEN, SignedIn.newId());
        copies.saveIfNewer(ticket);
        eventually(() -> assertThat(health("")).isEqualTo("UP"));

        broker.kill();
        eventually(() -> assertThat(health("")).isEqualTo("DEGRADED"));
        assertThat(health("/readiness")).isEqualTo("UP");
        assertThat(health("/liveness")).isEqualTo("UP");
        api.as(SignedIn.as(SignedIn.newId(), "buyer@example.com"))
                .post("/api/orders", Map.of("ticketId", ticket.id()))
                .expect(201);

        broker.restart();
        eventually(() -> assertThat(health("")).isEqualTo("UP"));
        eventually(() -> assertThat(
                        monitor().channel(prefix + "order:created").path("msgs").asInt())
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
