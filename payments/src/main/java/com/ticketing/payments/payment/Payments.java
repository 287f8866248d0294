package com.ticketing.payments.payment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.AggregateRepository;
import com.ticketing.common.persistence.AggregateStore;
import com.ticketing.common.persistence.WriteConflicts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Stores payments. */
@Repository
public class Payments extends AggregateRepository<Payment> {

    private static final int PAGE = 200;
    private static final String NEXT_CHECK = "due";
    private static final String PAYMENT_ID = "charge.paymentId";
    private static final String INTENT_ID = "charge.intentId";
    private static final String REQUESTED = "charge.requestedAt";
    private static final String PAID = "charge.paidAt";
    private static final String BUYER = "order.userId";
    private static final String SELLER = "order.sellerId";
    private static final String REFUND = "refund";
    private static final String REFUND_AT_STRIPE = "refund.stripeId";
    private static final String FAILED_REFUNDS = "refund.failed";
    private static final String REJECTED_REFUND = "refund.rejection";
    private static final String ATTENTION = "attentionAt";

    Payments(AggregateStore store) {
        super(Payment.class, store);
    }

    @Override
    protected List<IndexDefinition> ownIndexes() {
        return List.of(
                new Index().on(NEXT_CHECK, Sort.Direction.ASC).sparse().named("due"),
                new Index().on(PAYMENT_ID, Sort.Direction.ASC).unique().sparse().named("payment_id"),
                new Index().on(INTENT_ID, Sort.Direction.ASC).sparse().named("intent_id"),
                new Index().on(REQUESTED, Sort.Direction.ASC).sparse().named("requested"),
                new Index().on(ATTENTION, Sort.Direction.ASC).sparse().named("attention"),
                new Index()
                        .on(BUYER, Sort.Direction.ASC)
                        .on("_id", Sort.Direction.DESC)
                        .named("bought"),
                new Index()
                        .on(SELLER, Sort.Direction.ASC)
                        .on("_id", Sort.Direction.DESC)
                        .named("sold"));
    }

    /** Returns the payment of an order that must have one. */
    public Payment get(String orderId) {
        return find(orderId).orElseThrow();
    }

    /**
     * Changes the stored payment if the condition holds for it. Both are repeated after a write conflict.
     *
     * @return the payment as stored, changed or not
     */
    public Payment changeIf(String orderId, Predicate<Payment> condition, Consumer<Payment> change) {
        return WriteConflicts.retry(() -> {
            Payment payment = get(orderId);
            if (!condition.test(payment)) {
                return payment;
            }
            change.accept(payment);
            return save(payment);
        });
    }

    public Optional<Payment> findByPaymentId(String paymentId) {
        return findOne(where(PAYMENT_ID).is(paymentId));
    }

    public Optional<Payment> findByIntentId(String intentId) {
        return findOne(where(INTENT_ID).is(intentId));
    }

    public List<Payment> findByIntentIds(Collection<String> intentIds) {
        return mongo().find(Query.query(where(INTENT_ID).in(intentIds)), Payment.class);
    }

    private Optional<Payment> findOne(Criteria criteria) {
        return Optional.ofNullable(mongo().findOne(Query.query(criteria), Payment.class));
    }

    /** Returns a page, by order id, of the payments requested between the times that have a PaymentIntent. */
    public List<Payment> requestedBetween(Instant from, Instant to, @Nullable String afterOrderId) {
        return pageById(where(REQUESTED).gte(from).lt(to).and(INTENT_ID).exists(true), afterOrderId);
    }

    /** Returns a page, by order id, of the payments whose last rejection or reversal was recorded between the times. */
    public List<Payment> withAttentionBetween(Instant from, Instant to, @Nullable String afterOrderId) {
        return pageById(where(ATTENTION).gte(from).lt(to), afterOrderId);
    }

    private List<Payment> pageById(Criteria wanted, @Nullable String afterOrderId) {
        Criteria next = afterOrderId == null ? wanted : wanted.and("_id").gt(afterOrderId);
        return mongo().find(Query.query(next).with(Sort.by("_id")).limit(PAGE), Payment.class);
    }

    /** Returns a page of the buyer's paid payments, newest first. */
    public List<Payment> bought(String buyerId, Keyset page) {
        return paid(where(BUYER).is(buyerId), page);
    }

    /** Returns a page of the paid payments for the seller's tickets, newest first. */
    public List<Payment> sold(String sellerId, Keyset page) {
        return paid(where(SELLER).is(sellerId), page);
    }

    private List<Payment> paid(Criteria whose, Keyset page) {
        return mongo().find(page.query(whose.and(PAID).exists(true)), Payment.class);
    }

    public long countPendingRefunds() {
        return countPendingRefundsWith(REFUND);
    }

    /** Counts the pending refunds that have failed at the bank at least once. */
    public long countFailedRefunds() {
        return countPendingRefundsWith(FAILED_REFUNDS);
    }

    /** Counts the refunds that Stripe rejected and that were not requested again. */
    public long countRejectedRefunds() {
        return mongo().count(
                        Query.query(where(ATTENTION)
                                .exists(true)
                                .and(REJECTED_REFUND)
                                .exists(true)),
                        Payment.class);
    }

    private long countPendingRefundsWith(String field) {
        Criteria pending = where(NEXT_CHECK)
                .exists(true)
                .and(field)
                .exists(true)
                .and(REFUND_AT_STRIPE)
                .exists(false);
        return mongo().count(Query.query(pending), Payment.class);
    }

    /** Returns the order ids of payments with a due check, the longest due first. */
    public List<String> withDueCheck(Instant now, int limit) {
        Query query = Query.query(where(NEXT_CHECK).lte(now))
                .with(Sort.by(NEXT_CHECK))
                .limit(limit);
        query.fields().include("_id");
        return mongo().find(query, Document.class, mongo().getCollectionName(Payment.class)).stream()
                .map(payment -> payment.getString("_id"))
                .toList();
    }
}
