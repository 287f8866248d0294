package com.ticketing.payments.payment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.ticketing.common.ids.TimeOrderedIds;
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
import java.util.stream.Stream;
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
    private static final String STATUS = "charge.status";
    private static final List<ChargeStatus> OPEN_OR_PAID =
            Stream.of(ChargeStatus.values()).filter(ChargeStatus::isOpenOrPaid).toList();
    private static final String PAID = "charge.paidAt";
    private static final String BUYER = "order.userId";
    private static final String SELLER = "order.sellerId";
    private static final String REFUND = "refund";
    private static final String REFUND_REQUESTED = "refund.requestedAt";
    private static final String REFUND_AT_STRIPE = "refund.stripeId";
    private static final String FAILED_REFUNDS = "refund.failed";
    private static final String REJECTED_REFUND = "refund.rejection";
    private static final String FIRST_EVENT = "outbox.0";
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
                new Index()
                        .on(Payment.BUYER_DELETED_AT, Sort.Direction.ASC)
                        .sparse()
                        .named("buyer_deleted"),
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

    /** Returns a page of the buyer's payments that are paid or may still be, newest first. */
    public List<Payment> bought(String buyerId, Keyset page) {
        return mongo().find(page.query(where(BUYER).is(buyerId).and(STATUS).in(OPEN_OR_PAID)), Payment.class);
    }

    /** Returns a page of all payments of the buyer, newest first. */
    public List<Payment> ofBuyer(String buyerId, Keyset page) {
        return mongo().find(page.query(where(BUYER).is(buyerId)), Payment.class);
    }

    /**
     * Removes payments of deleted buyers for orders from before the time, except those with a scheduled check or an
     * unpublished event.
     *
     * @return the number of removed payments, at most the limit
     */
    public long removeOfDeletedBuyers(Instant before, int limit) {
        Criteria removable = where(Payment.BUYER_DELETED_AT)
                .exists(true)
                .and("_id")
                .lt(TimeOrderedIds.lowest(before))
                .and(NEXT_CHECK)
                .exists(false)
                .and(FIRST_EVENT)
                .exists(false);
        Query page = Query.query(removable).limit(limit);
        page.fields().include("_id");
        List<String> ids = mongo().query(Payment.class).as(Document.class).matching(page).stream()
                .map(payment -> payment.getString("_id"))
                .toList();
        Criteria unchanged = where("_id").in(ids).and(NEXT_CHECK).exists(false);
        return mongo().remove(Query.query(unchanged), Payment.class).getDeletedCount();
    }

    /** Returns a page of the paid payments for the seller's tickets, newest first. */
    public List<Payment> sold(String sellerId, Keyset page) {
        return mongo().find(page.query(where(SELLER).is(sellerId).and(PAID).exists(true)), Payment.class);
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
        return mongo().count(Query.query(pendingRefundsWith(field)), Payment.class);
    }

    /** Returns when the oldest pending refund was requested. */
    public Optional<Instant> oldestPendingRefund() {
        Query oldest = Query.query(pendingRefundsWith(REFUND))
                .with(Sort.by(REFUND_REQUESTED))
                .limit(1);
        return mongo().find(oldest, Payment.class).stream()
                .flatMap(payment -> Stream.ofNullable(payment.refund()))
                .map(Refund::requestedAt)
                .findFirst();
    }

    private static Criteria pendingRefundsWith(String field) {
        return where(NEXT_CHECK)
                .exists(true)
                .and(field)
                .exists(true)
                .and(REFUND_AT_STRIPE)
                .exists(false);
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
