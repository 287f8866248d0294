package com.ticketing.tickets.ticket;

import org.bson.BsonDocument;

/** Recognizes the queries for {@link TicketView}s. */
final class ViewQueries {

    private ViewQueries() {}

    static boolean isOne(BsonDocument command) {
        return command.containsKey("find")
                && command.getDocument("projection", new BsonDocument()).containsKey("price");
    }
}
