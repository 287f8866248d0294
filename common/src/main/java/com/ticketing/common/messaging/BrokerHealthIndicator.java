package com.ticketing.common.messaging;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Without the broker the service still serves, so it is degraded, not down. */
class BrokerHealthIndicator implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "The broker is away; events wait in the outboxes");

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
