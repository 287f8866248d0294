package com.ticketing.acceptance.bench;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * Fills the collection of tickets with copies of one ticket, because the API would need minutes. Copies are marked, and
 * deleted on close.
 */
final class CatalogFiller implements AutoCloseable {

    private static final String MARK = "benchmark";
    private static final int BATCH = 1000;

    private final MongoClient client;
    private final MongoCollection<Document> tickets;

    CatalogFiller(String uri) {
        ConnectionString address = new ConnectionString(uri);
        client = MongoClients.create(address);
        tickets = client.getDatabase(Objects.requireNonNull(address.getDatabase()))
                .getCollection("tickets");
    }

    long size() {
        return tickets.countDocuments();
    }

    void fillTo(long size, String original) {
        Document ticket = find(original);
        for (long missing = size - size(); missing > 0; missing -= BATCH) {
            List<Document> copies = new ArrayList<>();
            for (int i = 0; i < Math.min(BATCH, missing); i++) {
                Document copy = new Document(ticket);
                ObjectId id = new ObjectId();
                copy.put("_id", ticket.get("_id") instanceof ObjectId ? id : id.toHexString());
                copy.put(MARK, true);
                copies.add(copy);
            }
            tickets.insertMany(copies);
        }
    }

    private Document find(String id) {
        Document ticket = tickets.find(eq("_id", new ObjectId(id))).first();
        return ticket == null
                ? Objects.requireNonNull(tickets.find(eq("_id", id)).first())
                : ticket;
    }

    @Override
    public void close() {
        tickets.deleteMany(exists(MARK));
        client.close();
    }
}
