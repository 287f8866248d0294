package com.ticketing.servicetest;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Subject;
import com.ticketing.testsupport.Api;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Adds the service without a broker to the tests of its subscriptions. */
public abstract class TopologyTest extends SubscriptionsTest {

    @LocalManagementPort
    private int managementPort;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MeterRegistry meters;

    /** Makes the service publish one event, and returns its subject. */
    protected abstract Subject publishOneEvent();

    @Test
    void servesRequestsWithoutTheBrokerAndPublishesTheirEventsLater() {
        eventually(() -> assertThat(health("")).isEqualTo("UP"));

        broker.kill();
        eventually(() -> assertThat(health("")).isEqualTo("DEGRADED"));
        assertThat(health("/readiness")).isEqualTo("UP");
        assertThat(health("/liveness")).isEqualTo("UP");
        Subject published = publishOneEvent();
        assertThat(gauge("messaging.broker.connected")).isZero();
        assertThat(gauge("outbox.size")).isEqualTo(1);
        eventually(() -> assertThat(gauge("outbox.oldest.age")).isPositive());

        broker.restart();
        eventually(() -> assertThat(health("")).isEqualTo("UP"));
        eventually(() -> assertThat(channel(published).path("msgs").asInt()).isEqualTo(1));
        assertThat(gauge("messaging.broker.connected")).isEqualTo(1);
        eventually(() -> assertThat(gauge("outbox.size")).isZero());
        assertThat(gauge("outbox.oldest.age")).isZero();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    /** Returns the health status. The response has status 200 for each of them. */
    private String health(String group) {
        return new Api("http://localhost:" + managementPort)
                .get("/actuator/health" + group)
                .expect(200)
                .json()
                .path("status")
                .asString();
    }
}
