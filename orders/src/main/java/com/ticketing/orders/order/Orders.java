package com.ticketing.orders.order;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.AggregateRepository;
import com.ticketing.common.persistence.AggregateStore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class Orders extends AggregateRepository<Order> {

    private static final String BUYER = "userId";
    private static final String SELLER = "ticket.userId";

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
                new Index().on("status", Direction.ASC).on("expiresAt", Direction.ASC));
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

    boolean hasActiveOrder(String ticketId) {
        return mongo().exists(query(where(Order.ACTIVE_TICKET).is(ticketId)), Order.class);
    }

    Set<String> usedHoldNumbers(List<String> numbers) {
        return mongo()
                .findDistinct(query(where(Order.HOLD_NUMBER).in(numbers)), Order.HOLD_NUMBER, Order.class, String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    /** Counts the holds that expired before the given time and are still active. */
    long countOverdue(Instant before) {
        return mongo().count(
                        query(where("status")
                                .is(OrderStatus.CREATED)
                                .and("expiresAt")
                                .lt(before)),
                        Order.class);
    }
}
