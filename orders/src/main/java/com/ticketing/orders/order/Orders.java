package com.ticketing.orders.order;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.AggregateRepository;
import com.ticketing.common.persistence.AggregateStore;
import com.ticketing.common.persistence.WriteConflicts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class Orders extends AggregateRepository<Order> {

    private static final String BUYER = "userId";
    private static final String SELLER = "ticket.userId";
    private static final String EXPIRES_AT = "expiresAt";

    Orders(AggregateStore store) {
        super(Order.class, store);
    }

    @Override
    protected List<IndexDefinition> ownIndexes() {
        return List.of(
                // sparse, because orders of the previous version have neither field
                new Index()
                        .on(Order.TICKET, Direction.ASC)
                        .on(Order.OCCUPANCY, Direction.ASC)
                        .unique()
                        .sparse(),
                new Index().on(Order.ACTIVE_TICKET, Direction.ASC).unique().sparse(),
                new Index().on(Order.HOLD_NUMBER, Direction.ASC).unique().sparse(),
                new Index().on(Order.REHOLD_KEY, Direction.ASC).unique().sparse(),
                new Index().on(BUYER, Direction.ASC).on("_id", Direction.DESC),
                new Index().on(SELLER, Direction.ASC),
                new Index().on("status", Direction.ASC).on(EXPIRES_AT, Direction.ASC));
    }

    @Override
    public Order save(Order order) {
        return order.isNew() ? super.save(order) : releasingEnded(order.ticket().id(), () -> super.save(order));
    }

    /**
     * Stores the occupancy of an order that the previous version has placed or changed, if it still is as it was read.
     */
    void storeOccupancy(String id, String ticketId, @Nullable String activeTicketId) {
        Query unchanged = query(where("_id").is(id).and(Order.ACTIVE_TICKET).is(activeTicketId));
        Update occupancy =
                Update.update(Order.TICKET, ticketId).set(Order.OCCUPANCY, Order.occupancy(id, activeTicketId));
        WriteConflicts.retry(
                () -> releasingEnded(ticketId, () -> mongo().updateFirst(unchanged, occupancy, Order.class)));
    }

    /**
     * Runs a write that can make a stored order the occupant of its ticket. If it meets an order that the previous
     * version has ended, releases that one, so that the next attempt succeeds.
     */
    private <R> R releasingEnded(String ticketId, Supplier<R> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException e) {
            occupant(ticketId);
            throw e;
        }
    }

    List<Order> ofBuyer(String buyerId, Keyset page) {
        return mongo().find(page.query(where(BUYER).is(buyerId)), Order.class);
    }

    /** Returns a page of the user's holds and the holds of tickets that the user sells, newest first. */
    List<Order> holdsInvolving(String userId, Keyset page) {
        Criteria involved =
                new Criteria().orOperator(where(BUYER).is(userId), where(SELLER).is(userId));
        return mongo().find(page.query(involved.and("status").is(OrderStatus.CREATED)), Order.class);
    }

    /** Returns the order that holds the ticket or has bought it. */
    Optional<Order> withActiveTicket(String ticketId) {
        // the previous version stores no occupancy
        return occupant(ticketId).or(() -> findOne(where(Order.ACTIVE_TICKET).is(ticketId)));
    }

    /** Returns the active order with the occupancy of the ticket. Releases one that the previous version has ended. */
    private Optional<Order> occupant(String ticketId) {
        Optional<Order> occupant =
                findOne(where(Order.TICKET).is(ticketId).and(Order.OCCUPANCY).is(Order.ACTIVE));
        occupant.filter(order -> !order.isActive()).ifPresent(ended -> storeOccupancy(ended.id(), ticketId, null));
        return occupant.filter(Order::isActive);
    }

    Optional<Order> withHoldNumber(String number) {
        return findOne(where(Order.HOLD_NUMBER).is(number));
    }

    Optional<Order> withReholdKey(String key) {
        return findOne(where(Order.REHOLD_KEY).is(key));
    }

    /** Removes the key, so that the buyer can hold the ticket of the ended order again. */
    void removeReholdKey(String id) {
        Query ended = query(where("_id").is(id).and(Order.ACTIVE_TICKET).is(null));
        mongo().updateFirst(ended, new Update().unset(Order.REHOLD_KEY), Order.class);
    }

    private Optional<Order> findOne(Criteria criteria) {
        return Optional.ofNullable(mongo().findOne(query(criteria), Order.class));
    }

    /** Returns those of the numbers whose holds end after the given time. */
    Set<String> usedHoldNumbers(List<String> numbers, Instant now) {
        Query used = query(where(Order.HOLD_NUMBER).in(numbers).and(EXPIRES_AT).gt(now));
        return mongo().findDistinct(used, Order.HOLD_NUMBER, Order.class, String.class).stream()
                .collect(Collectors.toSet());
    }

    /** Returns those of the tickets that have more than one active order: a lost index. */
    Set<String> oversold(List<String> tickets) {
        return tickets(active(where(Order.TICKET).in(tickets))).stream()
                .collect(Collectors.groupingBy(order -> order.getString(Order.TICKET), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(ticket -> ticket.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Returns the active orders with an id above the given one, in the order of their ids. */
    List<Document> activeAfter(String id, int limit) {
        return tickets(active(where("_id").gt(id)).with(Sort.by("_id")).limit(limit));
    }

    private static Query active(Criteria criteria) {
        Query query = query(criteria.and(Order.OCCUPANCY).is(Order.ACTIVE));
        query.fields().include(Order.TICKET);
        return query;
    }

    private List<Document> tickets(Query query) {
        return mongo().query(Order.class).as(Document.class).matching(query).all();
    }

    private String collection() {
        return mongo().getCollectionName(Order.class);
    }

    /** Counts the holds that expired at or before the given time. */
    long countOverdue(Instant at) {
        return mongo().count(query(overdue(at)), Order.class);
    }

    /** Returns the ids of holds that expired at or before the given time, the longest overdue first. */
    List<String> overdue(Instant at, int limit) {
        Query query = query(overdue(at)).with(Sort.by(EXPIRES_AT)).limit(limit);
        query.fields().include("_id");
        return mongo().find(query, Document.class, collection()).stream()
                .map(order -> order.getString("_id"))
                .toList();
    }

    private static Criteria overdue(Instant at) {
        return where("status").is(OrderStatus.CREATED).and(EXPIRES_AT).lte(at);
    }
}
