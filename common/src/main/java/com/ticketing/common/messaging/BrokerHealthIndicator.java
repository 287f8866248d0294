package com.ticketing.common.messaging;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Reports DEGRADED without the broker: the service still serves requests, so it is not DOWN. */
class BrokerHealthIndicator implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "The broker is not connected; events stay in the outboxes");

    private final EventPublisher broker;

    BrokerHealthIndicator(EventPublisher broker) {
        this.broker = broker;
    }

    @Override
    public Health health() {
        return broker.isConnected()
                ? Health.up().build()
                : Health.status(DEGRADED).build();
    }
}
