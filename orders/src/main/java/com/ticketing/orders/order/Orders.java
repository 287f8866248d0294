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

    Orders(AggregateStore store) {
        super(Order.class, store);
    }

    @Override
    protected List<IndexDefinition> ownIndexes() {
        return List.of(
                new Index().on(Order.ACTIVE_TICKET, Direction.ASC).unique().sparse(),
                new Index().on(Order.HOLD_SLOT, Direction.ASC).unique().sparse(),
                new Index().on("userId", Direction.ASC).on("_id", Direction.DESC),
                new Index().on("ticket.userId", Direction.ASC),
                new Index().on("status", Direction.ASC).on("expiresAt", Direction.ASC));
    }

    List<Order> ofBuyer(String userId, Keyset page) {
        return mongo().find(page.query(where("userId").is(userId)), Order.class);
    }

    /** Holds of the person, and of others on the person's tickets. */
    List<Order> holdsInvolving(String userId) {
        Criteria involved = new Criteria()
                .orOperator(where("userId").is(userId), where("ticket.userId").is(userId));
        return mongo().find(query(involved.and("status").is(OrderStatus.CREATED)), Order.class);
    }

    boolean isTaken(String ticketId) {
        return mongo().exists(query(where(Order.ACTIVE_TICKET).is(ticketId)), Order.class);
    }

    Set<String> takenSlots(List<String> slots) {
        return mongo()
                .findDistinct(query(where(Order.HOLD_SLOT).in(slots)), Order.HOLD_SLOT, Order.class, String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    /** Holds that should have ended before the given time and have not. */
    long countOverdue(Instant before) {
        return mongo().count(
                        query(where("status")
                                .is(OrderStatus.CREATED)
                                .and("expiresAt")
                                .lt(before)),
                        Order.class);
    }
}
