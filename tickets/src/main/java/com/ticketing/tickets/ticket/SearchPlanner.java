package com.ticketing.tickets.ticket;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.errors.DatabaseOutages;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * Chooses the index of a search on servers that sort all tickets that an index finds, such as FerretDB. MongoDB reads
 * the index of the tickets on sale in its order, and its own planner is left to choose.
 *
 * <p>Such a server has three plans: it walks {@code _id} from the newest ticket and skips what does not match, or it
 * sorts the tickets on sale, or it sorts the matches of the search tokens. The numbers of tickets decide.
 */
@Component
class SearchPlanner {

    static final String WALK = "_id_";
    static final String ON_SALE_INDEX = Ticket.ON_SALE + "_1__id_-1";
    static final String TOKENS_INDEX = Ticket.SEARCH_TOKENS + "_1";

    private static final Logger log = LoggerFactory.getLogger(SearchPlanner.class);

    /** How many tickets a server walks past in the time in which it sorts one; measured with FerretDB 2.7. */
    private static final long COST_OF_SORTING = 20;

    /** The greatest number of tickets that is counted, and sorted. */
    private static final int FEW = 2_000;

    private static final int REMEMBERED_SEARCHES = 1_000;

    private final MongoOperations mongo;
    private final ConcurrentLruCache<Criteria, Long> matches =
            new ConcurrentLruCache<>(REMEMBERED_SEARCHES, matching -> count(matching, TOKENS_INDEX));

    /** Null if the server chooses the plan, or before the first estimate. */
    private volatile @Nullable Estimate estimate;

    private volatile boolean serverChooses;

    SearchPlanner(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Returns the name of the index for a search; empty to leave the choice to the server. */
    Optional<String> index(Optional<Criteria> matchingTokens, int limit) {
        return Optional.ofNullable(estimate)
                .map(known -> known.index(matchingTokens.map(matches::get).orElse(known.tickets()), limit));
    }

    /** Counts again what the choice depends on. */
    void refresh() {
        serverChooses = serverChooses || !sortsWhatAnIndexFinds();
        if (!serverChooses) {
            estimate = new Estimate(
                    mongo.estimatedCount(Ticket.class),
                    count(where(Ticket.ON_SALE).is(true), ON_SALE_INDEX));
            matches.clear();
        }
    }

    private long count(Criteria criteria, String index) {
        return mongo.count(query(criteria).limit(FEW).withHint(index), Ticket.class);
    }

    /** Asks for the plan of the first page. A server without {@code explain} has no use for a hint either. */
    private boolean sortsWhatAnIndexFinds() {
        Document find = new Document("find", mongo.getCollectionName(Ticket.class))
                .append("filter", new Document(Ticket.ON_SALE, true))
                .append("sort", new Document("_id", -1))
                .append("hint", ON_SALE_INDEX);
        try {
            String plan = mongo.executeCommand(new Document("explain", find).append("verbosity", "queryPlanner"))
                    .toJson();
            return plan.contains("Sort Key");
        } catch (DataAccessException e) {
            if (DatabaseOutages.isCauseOf(e)) {
                throw e;
            }
            log.info("Database explains no plans, searches use its own: error={}", e.getMessage());
            return false;
        }
    }

    /** The number of all tickets, and of those on sale, counted up to {@link #FEW}. */
    record Estimate(long tickets, long onSale) {

        /** @param matching the number of tickets that match the search, on sale or not, counted up to {@link #FEW} */
        String index(long matching, int limit) {
            long sorted = Math.min(onSale, matching);
            if (sorted >= FEW || walked(matching, limit) <= sorted * COST_OF_SORTING) {
                return WALK;
            }
            return onSale <= matching ? ON_SALE_INDEX : TOKENS_INDEX;
        }

        /** Returns how many tickets a walk passes on its way to the last one of the page, if they are spread evenly. */
        private long walked(long matching, int limit) {
            long found = onSale * matching / Math.max(1, tickets);
            return found < limit ? tickets : limit * tickets / found;
        }
    }
}
