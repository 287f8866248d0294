package com.ticketing.devservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {

    @TempDir
    Path folder;

    @Test
    void keepsDocumentsAndIndexesAcrossARestart() {
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
    void writesChangesToItsFileSoon() {
        Path file = folder.resolve("orders.db");
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(0, file);
                MongoClient client = MongoClients.create(mongo.uri("orders"))) {
            tickets(client).insertOne(new Document("_id", 1));

            await().atMost(StreamingClient.TIMEOUT)
                    .untilAsserted(() -> assertThat(countInACopyOf(file)).isEqualTo(1));
        }
    }

    @Test
    void keepsNothingInMemoryMode() {
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
    void listensOnTheGivenPort() {
        int port = FreePorts.next();

        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory(port)) {
            assertThat(mongo.uri("orders")).isEqualTo("mongodb://127.0.0.1:" + port + "/orders");
        }
    }

    @Test
    void returnsConsistentDocumentsDuringWrites() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory(0)) {
            assertThatReadsAreConsistent(mongo);
        }
    }

    @Test
    void returnsConsistentDocumentsDuringWritesToItsFile() throws Exception {
        Path file = folder.resolve("changing.db");
        try (EmbeddedMongo mongo = EmbeddedMongo.onDisk(0, file)) {
            assertThatReadsAreConsistent(mongo);
        }
    }

    @Test
    void hasNoExplain() {
        Document explain = new Document("explain", new Document("find", "tickets"));
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory(0);
                MongoClient client = MongoClients.create(mongo.uri("orders"))) {
            assertThatThrownBy(() -> client.getDatabase("orders").runCommand(explain))
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            e -> assertThat(e.getErrorCodeName()).isEqualTo("CommandNotFound"));
        }
    }

    @Test
    void canBeClosedTwice() {
        EmbeddedMongo mongo = EmbeddedMongo.onDisk(0, folder.resolve("closed.db"));
        mongo.close();

        assertThatCode(mongo::close).doesNotThrowAnyException();
    }

    /** Asserts that a document has either all fields {@code a} to {@code z} with one value, or none of them. */
    private static void assertThatReadsAreConsistent(EmbeddedMongo mongo) throws Exception {
        try (MongoClient client = MongoClients.create(mongo.uri("orders"))) {
            MongoCollection<Document> tickets = tickets(client);
            for (int id = 0; id < 50; id++) {
                tickets.insertOne(new Document("_id", id));
            }
            AtomicBoolean written = new AtomicBoolean();
            Callable<Void> writer = () -> {
                try {
                    for (int value = 0; value < 500; value++) {
                        String operator = value % 2 == 0 ? "$set" : "$unset";
                        tickets.updateMany(new Document(), new Document(operator, alphabet(value)));
                    }
                } finally {
                    written.set(true);
                }
                return null;
            };
            Callable<Void> reader = () -> {
                while (!written.get()) {
                    for (Document ticket : tickets.find()) {
                        ticket.remove("_id");
                        assertThat(ticket).isIn(new Document(), alphabet(ticket.getInteger("a", 0)));
                    }
                }
                return null;
            };
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                for (Future<Void> done : threads.invokeAll(List.of(writer, reader, reader, reader))) {
                    assertThat(done).succeedsWithin(Duration.ofMinutes(5));
                }
            }
        }
    }

    private static Document alphabet(int value) {
        Document fields = new Document();
        for (char name = 'a'; name <= 'z'; name++) {
            fields.append(String.valueOf(name), value);
        }
        return fields;
    }

    /** Counts in a copy of the current file, which is what a crash would leave. */
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
