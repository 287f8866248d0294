package com.ticketing.testsupport;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.ticketing.devservers.EmbeddedMongo;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.testcontainers.containers.GenericContainer;

/** A MongoDB, and the databases on it that are to leave nothing behind. */
final class TestMongo implements AutoCloseable {

    private final MongoAddress address;
    private final Runnable end;
    private final Set<String> temporary = ConcurrentHashMap.newKeySet();

    private TestMongo(MongoAddress address) {
        this.address = address;
        this.end = this::dropTemporaryDatabases;
    }

    private TestMongo(MongoAddress address, Runnable stop) {
        this.address = address;
        this.end = stop;
    }

    static TestMongo start(TestSettings settings) {
        return settings.get("TEST_MONGODB_URI")
                .map(uri -> new TestMongo(MongoAddress.parse(uri)))
                .orElseGet(() -> switch (settings.engine()) {
                    case EMBEDDED -> embedded();
                    case CONTAINERS -> container();
                });
    }

    private static TestMongo embedded() {
        EmbeddedMongo mongo = EmbeddedMongo.inMemory(0);
        return new TestMongo(MongoAddress.parse(mongo.uri("")), mongo::close);
    }

    private static TestMongo container() {
        GenericContainer<?> container = Containers.mongo();
        String uri = "mongodb://" + container.getHost() + ":" + container.getFirstMappedPort() + "/";
        return new TestMongo(MongoAddress.parse(uri), container::stop);
    }

    String uri(String database) {
        return address.uri(database);
    }

    /** Dropped when the tests are over. */
    String temporaryDatabase() {
        String name = RandomNames.next("test_");
        temporary.add(name);
        return name;
    }

    @Override
    public void close() {
        end.run();
    }

    private void dropTemporaryDatabases() {
        if (!temporary.isEmpty()) {
            try (MongoClient client = MongoClients.create(address.uri(""))) {
                temporary.forEach(name -> client.getDatabase(name).drop());
            }
        }
    }
}
