package com.ticketing.common.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class MigrationIT {

    private static final int DOCUMENTS = 450;

    private final MovableClock clock = new MovableClock();
    private final SimpleMongoClientDatabaseFactory database =
            new SimpleMongoClientDatabaseFactory(TestServers.newMongoUri());
    private final MongoOperations mongo = new MongoTemplate(database);

    @org.springframework.data.mongodb.core.mapping.Document("names")
    private record Name(@MongoId String id, String name) {}

    @BeforeEach
    void storeLowerCaseNames() {
        IntStream.range(0, DOCUMENTS).mapToObj("%024x"::formatted).forEach(id -> mongo.insert(new Name(id, "ann")));
    }

    @AfterEach
    void disconnect() throws Exception {
        database.destroy();
    }

    @Test
    void correctsEachDocumentInBatchesAndContinuesAfterARestart() {
        assertThat(migration().runBatch()).isTrue();
        assertThat(countOf("ANN")).isEqualTo(200);

        assertThat(migration().runBatch()).isTrue();
        assertThat(countOf("ANN")).isEqualTo(400);

        assertThat(migration().runBatch()).isFalse();
        assertThat(countOf("ANN")).isEqualTo(DOCUMENTS);
    }

    @Test
    void correctsWhatAnOlderVersionStoresDuringTheRollout() {
        runPass();
        runPass();
        mongo.insert(new Name("00000000000000000000000000", "ann"));

        runPass();

        assertThat(countOf("ANN")).isEqualTo(DOCUMENTS + 1);
    }

    @Test
    void finishesWithAPassAfterTheRolloutThatCorrectsNothing() {
        runPass();
        clock.advance(Duration.ofHours(2));
        mongo.insert(new Name("fffffffffffffffffffffffe", "ann"));
        runPass();
        runPass();
        mongo.insert(new Name("ffffffffffffffffffffffff", "ann"));

        runPass();

        assertThat(countOf("ann")).isEqualTo(1);
    }

    private void runPass() {
        Migration migration = migration();
        int batches = 1;
        while (migration.runBatch()) {
            batches++;
        }
        assertThat(batches).isLessThanOrEqualTo(3);
    }

    private Migration migration() {
        return new Migration(
                "upper-case", mongo, clock, Name.class, where("name").regex("[a-z]"), List.of("name"), this::upperCase);
    }

    private long upperCase(List<Document> names) {
        names.forEach(name -> mongo.updateFirst(
                query(where("_id").is(name.getString("_id"))), Update.update("name", "ANN"), Name.class));
        return names.size();
    }

    private long countOf(String name) {
        return mongo.count(new Query(where("name").is(name)), Name.class);
    }
}
