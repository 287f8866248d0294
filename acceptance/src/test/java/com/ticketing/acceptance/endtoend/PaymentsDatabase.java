package com.ticketing.acceptance.endtoend;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;

/** Reads the payments that the service has stored. */
final class PaymentsDatabase implements AutoCloseable {

    private final ConnectionString address;
    private final MongoClient client;

    PaymentsDatabase(UpProcess up) {
        address = new ConnectionString(up.suite().database("payments"));
        client = MongoClients.create(address);
    }

    Optional<Document> payment(String orderId) {
        return Optional.ofNullable(client.getDatabase(Objects.requireNonNull(address.getDatabase()))
                .getCollection("payments")
                .find(Filters.eq("_id", orderId))
                .first());
    }

    @Override
    public void close() {
        client.close();
    }
}
