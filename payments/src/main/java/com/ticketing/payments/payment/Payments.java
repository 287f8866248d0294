package com.ticketing.payments.payment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.ticketing.common.outbox.AggregateRepository;
import com.ticketing.common.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class Payments extends AggregateRepository<Payment> {

    private static final String DUE = "due";

    Payments(Outbox outbox) {
        super(Payment.class, outbox);
    }

    @Override
    protected List<IndexDefinition> ownIndexes() {
        return List.of(new Index().on(DUE, Sort.Direction.ASC).sparse().named("due"));
    }

    /** The ids of payments that somebody has to look after, the longest waiting first. */
    List<String> due(Instant now, int limit) {
        Query query = Query.query(where(DUE).lte(now)).with(Sort.by(DUE)).limit(limit);
        query.fields().include("_id");
        return mongo().find(query, Document.class, mongo().getCollectionName(Payment.class)).stream()
                .map(payment -> payment.getString("_id"))
                .toList();
    }
}
