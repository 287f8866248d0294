package com.ticketing.acceptance.bench;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Measures a database without a service: single inserts with the services' write concern, and finds by id. */
final class DatabaseFloor implements AutoCloseable {

    private final MongoClient client;
    private final MongoCollection<Document> documents;
    private final String known;

    DatabaseFloor(String uri) {
        ConnectionString address = new ConnectionString(uri);
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(address)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
        documents = client.getDatabase(Objects.requireNonNull(address.getDatabase()))
                .getCollection("benchmark_" + new ObjectId().toHexString());
        known = insert();
    }

    double insertsPerSecond(int connections, int requests, Duration time) throws InterruptedException {
        return new LoadProfile(connections, requests, time)
                .run(number -> insert())
                .perSecond();
    }

    double findsPerSecond(int connections, Duration time) throws InterruptedException {
        return new LoadProfile(connections, Integer.MAX_VALUE, time)
                .run(number ->
                        Objects.requireNonNull(documents.find(eq("_id", known)).first()))
                .perSecond();
    }

    private String insert() {
        String id = new ObjectId().toHexString();
        Document document = new Document("_id", id)
                .append("title", "Benchmark ticket")
                .append("price", "10")
                .append("userId", new ObjectId().toHexString())
                .append("version", 0L)
                .append("listed", true);
        documents.insertOne(document);
        return id;
    }

    @Override
    public void close() {
        documents.drop();
        client.close();
    }
}
