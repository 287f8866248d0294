package com.ticketing.testsupport.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {

    @TempDir
    Path folder;

    @Test
    void keepsItsDocumentsAndIndexesThroughACloseAndReopen() {
        Path file = folder.resolve("mongo/orders.db");
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(0, file);
                MongoClient client = MongoClients.create(mongo.uri("orders"))) {
            tickets(client).createIndex(Indexes.ascending("title"));
            for (int i = 0; i < 1000; i++) {
                tickets(client).insertOne(new Document("_id", i).append("title", "Concert " + i));
            }
        }

        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(0, file);
                MongoClient client = MongoClients.create(mongo.uri("orders"))) {
            assertThat(tickets(client).countDocuments()).isEqualTo(1000);
            assertThat(tickets(client).listIndexes()).hasSize(2);
        }
    }

    @Test
    void hasWrittenAChangeSoonAfterItWasMade() {
        Path file = folder.resolve("orders.db");
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(0, file);
                MongoClient client = MongoClients.create(mongo.uri("orders"))) {
            tickets(client).insertOne(new Document("_id", 1));

            await().untilAsserted(() -> assertThat(countInACopyOf(file)).isEqualTo(1));
        }
    }

    @Test
    void forgetsWhatWasInMemory() {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory(0);
                MongoClient client = MongoClients.create(mongo.uri("orders"))) {
            tickets(client).insertOne(new Document("_id", 1));
            assertThat(tickets(client).countDocuments()).isEqualTo(1);
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory(0);
                MongoClient client = MongoClients.create(mongo.uri("orders"))) {
            assertThat(tickets(client).countDocuments()).isZero();
        }
    }

    @Test
    void listensWhereItIsTold() {
        int port = FreePorts.next();

        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory(port)) {
            assertThat(mongo.uri("orders")).isEqualTo("mongodb://127.0.0.1:" + port + "/orders");
        }
    }

    /** What a crash would leave: the file as it is now. */
    private long countInACopyOf(Path file) throws IOException {
        Path copy = Files.createTempFile(folder, "copy", ".db");
        Files.write(copy, Files.readAllBytes(file));
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(0, copy);
                MongoClient client = MongoClients.create(mongo.uri("orders"))) {
            return tickets(client).countDocuments();
        }
    }

    private static MongoCollection<Document> tickets(MongoClient client) {
        return client.getDatabase("orders").getCollection("tickets");
    }
}
