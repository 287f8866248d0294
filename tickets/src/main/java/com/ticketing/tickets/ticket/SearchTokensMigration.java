package com.ticketing.tickets.ticket;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.text.SearchTokens;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Replaces the search tokens that older versions have stored. A ticket's version is about its events and does not
 * change.
 */
final class SearchTokensMigration {

    static final String TITLE = "title";

    private SearchTokensMigration() {}

    /** Corrects the tokens of the tickets whose tokens are outdated, and returns the number of these tickets. */
    static long correct(MongoOperations mongo, List<Document> tickets) {
        List<Document> outdated =
                tickets.stream().filter(SearchTokensMigration::isOutdated).toList();
        if (!outdated.isEmpty()) {
            BulkOperations updates = mongo.bulkOps(BulkMode.UNORDERED, Ticket.class);
            outdated.forEach(ticket -> updates.updateOne(
                    // an edit in the meantime has stored the tokens of its title
                    query(where("_id").is(ticket.getString("_id")).and(TITLE).is(ticket.getString(TITLE))),
                    new Update().set(Ticket.SEARCH_TOKENS, SearchTokens.of(ticket.getString(TITLE)))));
            updates.execute();
        }
        return outdated.size();
    }

    private static boolean isOutdated(Document ticket) {
        return !SearchTokens.of(ticket.getString(TITLE)).equals(ticket.getList(Ticket.SEARCH_TOKENS, String.class));
    }
}
