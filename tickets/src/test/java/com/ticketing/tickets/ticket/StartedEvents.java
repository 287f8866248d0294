package com.ticketing.tickets.ticket;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** Moves the start of a ticket's event into the past, as if time had passed. */
final class StartedEvents {

    private StartedEvents() {}

    static void start(MongoOperations mongo, String ticketId) {
        start(mongo, ticketId, Instant.now().minus(Duration.ofSeconds(1)));
    }

    static void start(MongoOperations mongo, String ticketId, Instant past) {
        mongo.updateFirst(
                query(where("_id").is(ticketId)),
                Update.update(Ticket.LISTED_UNTIL, past).set(Ticket.FACTS + ".startsAt", past),
                Ticket.class);
    }
}
