package com.ticketing.payments.webhook;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.ticketing.common.persistence.IndexedCollection;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The events that came, each once, however often Stripe sends it. */
@Repository
class WebhookInbox implements IndexedCollection {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String PENDING = "pending";
    private static final String RECEIVED = "receivedAt";
    private static final int BATCH = 100;

    private final MongoOperations mongo;

    WebhookInbox(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Class<?> type() {
        return StripeEvent.class;
    }

    @Override
    public List<IndexDefinition> indexes() {
        return List.of(
                new Index().on(PENDING, Sort.Direction.ASC).sparse().named(PENDING),
                new Index().on(RECEIVED, Sort.Direction.ASC).expire(KEPT).named(RECEIVED));
    }

    /** False if it is here already. */
    boolean add(StripeEvent event) {
        try {
            mongo.insert(event);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    List<StripeEvent> pending() {
        return mongo.find(
                Query.query(where(PENDING).is(true)).with(Sort.by(RECEIVED)).limit(BATCH), StripeEvent.class);
    }

    void done(StripeEvent event) {
        mongo.updateFirst(Query.query(where("_id").is(event.id())), new Update().unset(PENDING), StripeEvent.class);
    }
}
