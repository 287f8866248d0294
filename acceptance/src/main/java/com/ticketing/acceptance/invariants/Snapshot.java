package com.ticketing.acceptance.invariants;

import static java.util.stream.Collectors.toMap;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.ticketing.host.running.RunningSuite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;

/**
 * Every document that the invariants refer to, by collection and id.
 *
 * @param bans by service; without the services that store none, because {@code BANS_ENABLED} is false
 */
record Snapshot(
        Map<String, Document> tickets,
        Map<String, Document> orders,
        Map<String, Document> ticketReplicas,
        Map<String, Document> disputeReplicas,
        Map<String, Document> timers,
        Map<String, Document> payments,
        Map<String, Document> accounts,
        Map<String, Map<String, Document>> bans,
        Map<String, List<Document>> deadLetters) {

    private static final String BANS = "bans";

    static Snapshot of(RunningSuite suite) {
        Map<String, List<Document>> deadLetters = new HashMap<>();
        suite.mongo().keySet().forEach(service -> deadLetters.put(service, read(suite, service, "deadLetters")));
        return new Snapshot(
                byId(read(suite, "tickets", "tickets")),
                byId(read(suite, "orders", "orders")),
                byId(read(suite, "orders", "tickets")),
                byId(read(suite, "orders", "disputes")),
                byId(read(suite, "expiration", "timers")),
                byId(read(suite, "payments", "payments")),
                byId(read(suite, "auth", "accounts")),
                bans(suite),
                deadLetters);
    }

    /** A service that stores bans creates the collection with its index before the first ban. */
    private static Map<String, Map<String, Document>> bans(RunningSuite suite) {
        Map<String, Map<String, Document>> bans = new HashMap<>();
        for (String service : suite.mongo().keySet()) {
            if (in(suite, service, database -> database.listCollectionNames().into(new ArrayList<>()))
                    .contains(BANS)) {
                bans.put(service, byId(read(suite, service, BANS)));
            }
        }
        return bans;
    }

    private static Map<String, Document> byId(List<Document> documents) {
        return documents.stream().collect(toMap(document -> document.getString("_id"), Function.identity()));
    }

    private static List<Document> read(RunningSuite suite, String service, String collection) {
        return in(
                suite,
                service,
                database -> database.getCollection(collection).find().into(new ArrayList<>()));
    }

    private static <T> T in(RunningSuite suite, String service, Function<MongoDatabase, T> reader) {
        ConnectionString address = new ConnectionString(suite.database(service));
        try (MongoClient client = MongoClients.create(address)) {
            String name = address.getDatabase();
            return reader.apply(client.getDatabase(name == null ? service : name));
        }
    }
}
