package com.ticketing.tickets.ticket;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** Adds the field that the order by date needs to tickets of older versions, which state no start. */
final class ListedUntilMigration {

    private ListedUntilMigration() {}

    /** Corrects the tickets and returns their number. */
    static long correct(MongoOperations mongo, List<Document> tickets) {
        if (tickets.isEmpty()) {
            return 0;
        }
        List<String> ids =
                tickets.stream().map(ticket -> ticket.getString("_id")).toList();
        return mongo.updateMulti(
                        query(where("_id").in(ids).and(Ticket.LISTED_UNTIL).is(null)),
                        Update.update(Ticket.LISTED_UNTIL, Ticket.NEVER),
                        Ticket.class)
                .getModifiedCount();
    }
}
