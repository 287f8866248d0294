package com.ticketing.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.ticketing.devservers.EmbeddedMongo;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TestMongoTest {

    @Test
    void dropsOnlyItsOwnDatabasesOfASharedServer() {
        try (EmbeddedMongo shared = EmbeddedMongo.inMemory(0);
                MongoClient client = MongoClients.create(shared.uri(""))) {
            Map<String, String> settings = Map.of("TEST_MONGODB_URI", shared.uri(""));
            try (TestMongo mongo = TestMongo.start(new TestSettings(settings::get))) {
                String own = mongo.temporaryDatabase();
                insertInto(client, own);
                insertInto(client, "other");
                assertThat(client.listDatabaseNames()).contains(own, "other");
            }

            assertThat(client.listDatabaseNames()).containsExactly("other");
        }
    }

    private static void insertInto(MongoClient client, String database) {
        client.getDatabase(database).getCollection("tickets").insertOne(new Document());
    }
}
