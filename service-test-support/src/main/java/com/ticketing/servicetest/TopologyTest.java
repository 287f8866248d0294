package com.ticketing.servicetest;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Subject;
import com.ticketing.testsupport.Api;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Adds the service without a broker to the tests of its subscriptions. */
public abstract class TopologyTest extends SubscriptionsTest {

    @LocalManagementPort
    private int managementPort;

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

        broker.restart();
        eventually(() -> assertThat(health("")).isEqualTo("UP"));
        eventually(() -> assertThat(channel(published).path("msgs").asInt()).isEqualTo(1));
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
