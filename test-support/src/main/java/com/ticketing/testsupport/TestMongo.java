package com.ticketing.testsupport;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.ticketing.devservers.EmbeddedMongo;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.testcontainers.containers.GenericContainer;

/** A MongoDB server for tests. On a server that was already running, it drops the databases that it created. */
final class TestMongo implements AutoCloseable {

    private final MongoConnectionString connection;
    private final Runnable stop;
    private final Set<String> temporary = ConcurrentHashMap.newKeySet();

    private TestMongo(MongoConnectionString connection) {
        this.connection = connection;
        this.stop = this::dropTemporaryDatabases;
    }

    private TestMongo(MongoConnectionString connection, Runnable stop) {
        this.connection = connection;
        this.stop = stop;
    }

    static TestMongo start(TestSettings settings) {
        return settings.get("TEST_MONGODB_URI")
                .map(uri -> new TestMongo(MongoConnectionString.parse(uri)))
                .orElseGet(() -> switch (settings.engine()) {
                    case EMBEDDED -> embedded();
                    case CONTAINERS -> container();
                });
    }

    private static TestMongo embedded() {
        EmbeddedMongo mongo = EmbeddedMongo.inMemory(0);
        return new TestMongo(MongoConnectionString.parse(mongo.uri("")), mongo::close);
    }

    private static TestMongo container() {
        GenericContainer<?> container = Containers.mongo();
        String uri = "mongodb://" + container.getHost() + ":" + container.getFirstMappedPort() + "/";
        return new TestMongo(MongoConnectionString.parse(uri), container::stop);
    }

    String uri(String database) {
        return connection.withDatabase(database);
    }

    /** Returns the name of a new database, which {@link #close()} drops. */
    String temporaryDatabase() {
        String name = RandomNames.next("test_");
        temporary.add(name);
        return name;
    }

    @Override
    public void close() {
        stop.run();
    }

    private void dropTemporaryDatabases() {
        if (!temporary.isEmpty()) {
            try (MongoClient client = MongoClients.create(connection.withDatabase(""))) {
                temporary.forEach(name -> client.getDatabase(name).drop());
            }
        }
    }
}
