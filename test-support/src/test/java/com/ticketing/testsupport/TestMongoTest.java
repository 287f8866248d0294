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
    void dropsOnAServerOfOthersWhatItMadeAndNothingElse() {
        try (EmbeddedMongo theirs = EmbeddedMongo.inMemory(0);
                MongoClient client = MongoClients.create(theirs.uri(""))) {
            Map<String, String> settings = Map.of("TEST_MONGODB_URI", theirs.uri(""));
            try (TestMongo mongo = TestMongo.start(new TestSettings(settings::get))) {
                String ours = mongo.temporaryDatabase();
                insertInto(client, ours);
                insertInto(client, "theirs");
                assertThat(client.listDatabaseNames()).contains(ours, "theirs");
            }

            assertThat(client.listDatabaseNames()).containsExactly("theirs");
        }
    }

    private static void insertInto(MongoClient client, String database) {
        client.getDatabase(database).getCollection("tickets").insertOne(new Document());
    }
}
