package com.ticketing.common.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class DatabaseAvailabilityTest {

    @Test
    void doesNotQueryADatabaseThatIsNotAvailable() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (MongoClient nowhere = MongoClients.create("mongodb://localhost:1/nowhere")) {
            DatabaseAvailability availability = new DatabaseAvailability(nowhere);
            availability.bindTo(meters);

            Number value = availability
                    .whenAvailable(() -> {
                        throw new AssertionError("queried");
                    })
                    .get();

            assertThat(value.doubleValue()).isNaN();
            assertThat(meters.get("database.connected").gauge().value()).isZero();
        }
    }
}
