package com.ticketing.payments.payment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.AggregateRepository;
import com.ticketing.common.persistence.AggregateStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
public class Payments extends AggregateRepository<Payment> {

    private static final int PAGE = 200;
    private static final String DUE = "due";
    private static final String PAYMENT_ID = "charge.paymentId";
    private static final String INTENT_ID = "charge.intentId";
    private static final String REQUESTED = "charge.requestedAt";
    private static final String PAID = "charge.paidAt";
    private static final String BUYER = "order.userId";
    private static final String SELLER = "order.sellerId";

    Payments(AggregateStore store) {
        super(Payment.class, store);
    }

    @Override
    protected List<IndexDefinition> ownIndexes() {
        return List.of(
                new Index().on(DUE, Sort.Direction.ASC).sparse().named("due"),
                new Index().on(PAYMENT_ID, Sort.Direction.ASC).unique().sparse().named("payment_id"),
                new Index().on(INTENT_ID, Sort.Direction.ASC).sparse().named("intent_id"),
                new Index().on(REQUESTED, Sort.Direction.ASC).sparse().named("requested"),
                new Index()
                        .on(BUYER, Sort.Direction.ASC)
                        .on("_id", Sort.Direction.DESC)
                        .named("bought"),
                new Index()
                        .on(SELLER, Sort.Direction.ASC)
                        .on("_id", Sort.Direction.DESC)
                        .named("sold"));
    }

    public Optional<Payment> ofPaymentId(String paymentId) {
        return one(where(PAYMENT_ID).is(paymentId));
    }

    public Optional<Payment> ofIntent(String intentId) {
        return one(where(INTENT_ID).is(intentId));
    }

    public List<Payment> ofIntents(Collection<String> intentIds) {
        return mongo().find(Query.query(where(INTENT_ID).in(intentIds)), Payment.class);
    }

    /** A page of those that have a PaymentIntent, by order id; empty after the last. */
    public List<Payment> requestedBetween(Instant from, Instant to, @Nullable String afterOrderId) {
        Criteria wanted = where(REQUESTED).gte(from).lt(to).and(INTENT_ID).exists(true);
        if (afterOrderId != null) {
            wanted = wanted.and("_id").gt(afterOrderId);
        }
        return mongo().find(Query.query(wanted).with(Sort.by("_id")).limit(PAGE), Payment.class);
    }

    private Optional<Payment> one(Criteria criteria) {
        return Optional.ofNullable(mongo().findOne(Query.query(criteria), Payment.class));
    }

    /** What the person has paid, newest first. */
    public List<Payment> bought(String userId, Keyset page) {
        return paid(where(BUYER).is(userId), page);
    }

    /** What the person was paid, newest first. */
    public List<Payment> sold(String userId, Keyset page) {
        return paid(where(SELLER).is(userId), page);
    }

    private List<Payment> paid(Criteria whose, Keyset page) {
        return mongo().find(page.query(whose.and(PAID).exists(true)), Payment.class);
    }

    /** Payments whose money is to go back and has not. */
    public long countOwed() {
        return mongo().count(
                        Query.query(where(DUE)
                                .exists(true)
                                .and("refund")
                                .exists(true)
                                .and("refund.stripeId")
                                .exists(false)),
                        Payment.class);
    }

    /** Payments with a refund that failed and is still to be made. */
    public long countFailedRefunds() {
        return mongo().count(
                        Query.query(where(DUE)
                                .exists(true)
                                .and("refund.failed")
                                .exists(true)
                                .and("refund.stripeId")
                                .exists(false)),
                        Payment.class);
    }

    /** The ids of payments that somebody has to look after, the longest waiting first. */
    public List<String> due(Instant now, int limit) {
        Query query = Query.query(where(DUE).lte(now)).with(Sort.by(DUE)).limit(limit);
        query.fields().include("_id");
        return mongo().find(query, Document.class, mongo().getCollectionName(Payment.class)).stream()
                .map(payment -> payment.getString("_id"))
                .toList();
    }
}
