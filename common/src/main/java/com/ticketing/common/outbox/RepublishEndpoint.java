package com.ticketing.common.outbox;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Starts a republication of all aggregates of the service ({@code POST /actuator/republish}) and reports its progress
 * ({@code GET /actuator/republish}). Every process of the service gives the same answers.
 */
@Endpoint(id = "republish")
class RepublishEndpoint {

    private final Republisher republisher;

    RepublishEndpoint(Republisher republisher) {
        this.republisher = republisher;
    }

    record Collections(List<Republication> collections) {}

    @ReadOperation
    Collections progress() {
        return new Collections(republisher.progress());
    }

    @WriteOperation
    Collections begin() {
        republisher.begin();
        return progress();
    }
}
