package com.ticketing.tickets.ticket;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** Stores the group of tickets that older versions have stored or changed, so that the seller's lists contain them. */
final class ListingGroupMigration {

    static final List<String> FIELDS =
            List.of("version", Ticket.ORDERS, Ticket.WITHDRAWN, Ticket.DELIVERY, Ticket.GROUP);

    private ListingGroupMigration() {}

    /** Corrects the tickets whose group is missing or outdated, and returns their number. */
    static long correct(MongoOperations mongo, List<Document> tickets) {
        List<Document> outdated = tickets.stream()
                .filter(ticket -> !group(mongo, ticket).name().equals(ticket.getString(Ticket.GROUP)))
                .toList();
        if (!outdated.isEmpty()) {
            BulkOperations updates = mongo.bulkOps(BulkMode.UNORDERED, Ticket.class);
            outdated.forEach(ticket -> updates.updateOne(
                    // a change in the meantime has stored the group
                    query(where("_id")
                            .is(ticket.getString("_id"))
                            .and("version")
                            .is(ticket.get("version"))),
                    new Update().set(Ticket.GROUP, group(mongo, ticket))));
            updates.execute();
        }
        return outdated.size();
    }

    private static ListingGroup group(MongoOperations mongo, Document ticket) {
        List<OrderState> orders = Optional.ofNullable(ticket.getList(Ticket.ORDERS, Document.class)).stream()
                .flatMap(List::stream)
                .map(order -> mongo.getConverter().read(OrderState.class, order))
                .toList();
        boolean withdrawn = Boolean.TRUE.equals(ticket.getBoolean(Ticket.WITHDRAWN));
        ListingStatus status =
                ListingStatus.of(KnownOrders.of(orders, List.of()).holder(), withdrawn);
        return ListingGroup.of(status, ticket.get(Ticket.DELIVERY) != null);
    }
}
