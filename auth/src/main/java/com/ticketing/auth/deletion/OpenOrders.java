package com.ticketing.auth.deletion;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.persistence.IndexedCollection;
import com.ticketing.common.persistence.WriteConflicts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** This service's replica of the orders that may prevent the deletion of an account, fed by events. */
@Repository
class OpenOrders implements IndexedCollection {

    /**
     * For how long an order is kept after its last event, so that late and repeated events find what they belong to.
     */
    static final Duration RETENTION = Duration.ofDays(7);

    /** The maximum number of orders that a response names. */
    private static final int MAX_NAMED = 20;

    private final MongoOperations mongo;
    private final Clock clock;

    OpenOrders(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Class<OpenOrder> type() {
        return OpenOrder.class;
    }

    @Override
    public List<IndexDefinition> indexes() {
        return List.of(
                new Index().on(OpenOrder.BUYER, Direction.ASC), new Index().on(OpenOrder.UPDATED_AT, Direction.ASC));
    }

    void held(String orderId, String buyerId, Instant until) {
        apply(orderId, buyerId, Update.update(OpenOrder.HELD_UNTIL, until));
    }

    void released(String orderId, @Nullable String buyerId) {
        apply(orderId, buyerId, Update.update(OpenOrder.RELEASED, true));
    }

    void charged(String orderId) {
        apply(orderId, null, Update.update(OpenOrder.CHARGED, true));
    }

    void closed(String orderId, @Nullable String buyerId) {
        apply(orderId, buyerId, Update.update(OpenOrder.CLOSED, true));
    }

    private void apply(String orderId, @Nullable String buyerId, Update update) {
        update.set(OpenOrder.UPDATED_AT, now());
        if (buyerId != null) {
            update.set(OpenOrder.BUYER, buyerId);
        }
        // two concurrent upserts of a new document can conflict
        WriteConflicts.retry(() -> mongo.upsert(query(where("_id").is(orderId)), update, OpenOrder.class));
    }

    /** Returns the buyer's holds, and the ended orders with a charge that is not refunded yet. */
    List<OpenOrder> ofBuyer(String buyerId) {
        Criteria held =
                where(OpenOrder.HELD_UNTIL).gt(now()).and(OpenOrder.RELEASED).isNull();
        Criteria refundDue =
                where(OpenOrder.CHARGED).is(true).and(OpenOrder.RELEASED).is(true);
        Criteria open = where(OpenOrder.BUYER)
                .is(buyerId)
                .and(OpenOrder.CLOSED)
                .isNull()
                .orOperator(held, refundDue);
        return mongo.find(query(open).limit(MAX_NAMED), OpenOrder.class);
    }

    /** Removes the orders whose last event is older than the retention, except those with a refund due. */
    void removeOld() {
        Criteria old = where(OpenOrder.UPDATED_AT)
                .lt(now().minus(RETENTION))
                .orOperator(
                        where(OpenOrder.CLOSED).is(true),
                        where(OpenOrder.CHARGED).isNull(),
                        where(OpenOrder.RELEASED).isNull());
        mongo.remove(query(old), OpenOrder.class);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
