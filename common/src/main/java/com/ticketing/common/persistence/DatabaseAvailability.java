package com.ticketing.common.persistence;

import com.mongodb.client.MongoClient;
import com.mongodb.connection.ServerDescription;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;

/**
 * Reports whether the driver knows a server that accepts writes, without a request to it. Metrics that query the
 * database ask first, so that a scrape does not wait for a database that is not available.
 */
public final class DatabaseAvailability implements MeterBinder {

    private final MongoClient client;

    DatabaseAvailability(MongoClient client) {
        this.client = client;
    }

    boolean isAvailable() {
        return client.getClusterDescription().getServerDescriptions().stream()
                .anyMatch(DatabaseAvailability::acceptsWrites);
    }

    private static boolean acceptsWrites(ServerDescription server) {
        return server.isOk() && (server.isPrimary() || server.isStandAlone() || server.isShardRouter());
    }

    /** Returns the value of the query, or NaN, which means unknown, while the database is not available. */
    public Supplier<Number> whenAvailable(Supplier<? extends Number> query) {
        return () -> isAvailable() ? query.get() : Double.NaN;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("database.connected", () -> isAvailable() ? 1 : 0)
                .description("1 while the driver of this process knows a server that accepts writes")
                .register(registry);
    }
}
