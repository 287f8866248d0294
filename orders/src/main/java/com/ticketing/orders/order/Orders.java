package com.ticketing.orders.order;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.AggregateRepository;
import com.ticketing.common.persistence.AggregateStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
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
                new Index().on(Order.ACTIVE_TICKET, Direction.ASC).unique().sparse(),
                new Index().on(Order.HOLD_NUMBER, Direction.ASC).unique().sparse(),
                new Index().on(BUYER, Direction.ASC).on("_id", Direction.DESC),
                new Index().on(SELLER, Direction.ASC),
                new Index().on("status", Direction.ASC).on(EXPIRES_AT, Direction.ASC));
    }

    List<Order> ofBuyer(String buyerId, Keyset page) {
        return mongo().find(page.query(where(BUYER).is(buyerId)), Order.class);
    }

    /** Returns the user's holds and all holds of tickets that the user sells. */
    List<Order> holdsInvolving(String userId) {
        Criteria involved =
                new Criteria().orOperator(where(BUYER).is(userId), where(SELLER).is(userId));
        return mongo().find(query(involved.and("status").is(OrderStatus.CREATED)), Order.class);
    }

    /** Returns the order that holds the ticket or has bought it. */
    Optional<Order> withActiveTicket(String ticketId) {
        return findOne(where(Order.ACTIVE_TICKET).is(ticketId));
    }

    Optional<Order> withHoldNumber(String number) {
        return findOne(where(Order.HOLD_NUMBER).is(number));
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

    /** Counts the active holds that expired at or before the given time. */
    long countOverdue(Instant at) {
        return mongo().count(query(overdue(at)), Order.class);
    }

    /** Returns the ids of active holds that expired at or before the given time, the longest overdue first. */
    List<String> overdue(Instant at, int limit) {
        Query query = query(overdue(at)).with(Sort.by(EXPIRES_AT)).limit(limit);
        query.fields().include("_id");
        return mongo().find(query, Document.class, mongo().getCollectionName(Order.class)).stream()
                .map(order -> order.getString("_id"))
                .toList();
    }

    private static Criteria overdue(Instant at) {
        return where("status").is(OrderStatus.CREATED).and(EXPIRES_AT).lte(at);
    }
}
