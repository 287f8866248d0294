package com.ticketing.orders.order;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Stores the occupancy of the orders that the previous version has placed or changed. Any number of processes may run
 * it, and processes of the previous version may run meanwhile: each write repeats the condition that it was derived
 * from.
 */
@Component
class OccupancyBackfill {

    private static final Logger log = LoggerFactory.getLogger(OccupancyBackfill.class);
    private static final int BATCH = 500;
    private static final String FIRST = "";
    private static final String TICKET = "ticket._id";

    private final Orders orders;
    private final MongoOperations mongo;
    private String after = FIRST;

    OccupancyBackfill(Orders orders, MongoOperations mongo) {
        this.orders = orders;
        this.mongo = mongo;
    }

    /** Checks the next orders by id. Returns whether more follow; after the last ones, the next run begins again. */
    boolean runBatch() {
        List<Document> batch = next();
        List<Document> outdated =
                batch.stream().filter(OccupancyBackfill::isOutdated).toList();
        outdated.forEach(order -> orders.storeOccupancy(
                order.getString("_id"),
                order.getEmbedded(List.of("ticket", "_id"), Object.class).toString(),
                order.getString(Order.ACTIVE_TICKET)));
        if (!outdated.isEmpty()) {
            log.info("Occupancy of orders stored: count={}", outdated.size());
        }
        boolean more = batch.size() == BATCH;
        after = more ? batch.getLast().getString("_id") : FIRST;
        return more;
    }

    private List<Document> next() {
        return mongo.getCollection(mongo.getCollectionName(Order.class))
                .find(Filters.and(Filters.gt("_id", after), Filters.exists(TICKET)))
                .projection(Projections.include(TICKET, Order.TICKET, Order.OCCUPANCY, Order.ACTIVE_TICKET))
                .sort(Sorts.ascending("_id"))
                .limit(BATCH)
                .into(new ArrayList<>());
    }

    private static boolean isOutdated(Document order) {
        String occupancy = Order.occupancy(order.getString("_id"), order.getString(Order.ACTIVE_TICKET));
        return !order.containsKey(Order.TICKET) || !occupancy.equals(order.getString(Order.OCCUPANCY));
    }
}
