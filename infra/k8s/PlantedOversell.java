import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Called by verify: {@code PlantedOversell.java plant|remove URI}. Writes two active orders of one ticket into the database
 * of orders, or removes them. The unique index makes such orders impossible, so it is missing in between.
 */
class PlantedOversell {

    /** Time-ordered ids begin with the time; the rest of these belongs to no process of a service. */
    private static final String TIME = "%08x".formatted(System.currentTimeMillis() / 1000);

    private static final Bson KEY = ascending("ticketId", "occupancy");
    private static final String TICKET = "planted-oversell";

    public static void main(String[] arguments) {
        ConnectionString uri = new ConnectionString(arguments[1]);
        try (var client = MongoClients.create(uri)) {
            var orders = client.getDatabase(uri.getDatabase()).getCollection("orders");
            switch (arguments[0]) {
                case "plant" -> plant(orders);
                case "remove" -> remove(orders);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    private static void plant(MongoCollection<Document> orders) {
        orders.dropIndex(KEY);
        orders.insertMany(List.of(order(TIME + "0000000000000001"), order(TIME + "0000000000000002")));
    }

    private static Document order(String id) {
        return new Document("_id", id).append("ticketId", TICKET).append("occupancy", "active");
    }

    private static void remove(MongoCollection<Document> orders) {
        orders.deleteMany(in("ticketId", TICKET));
        orders.createIndex(KEY, new IndexOptions().unique(true).sparse(true));
    }
}
