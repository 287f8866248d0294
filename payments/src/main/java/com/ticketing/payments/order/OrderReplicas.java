package com.ticketing.payments.order;

import com.ticketing.common.bans.Bans;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.payments.payment.OrderReplica;
import com.ticketing.payments.payment.Payment;
import com.ticketing.payments.payment.Payments;
import com.ticketing.payments.reconciliation.ReconciliationTrigger;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;

/** Applies order events to the payments' order replicas. */
@Service
class OrderReplicas {

    private final Payments payments;
    private final ReconciliationTrigger reconciliation;
    private final Bans bans;
    private final Clock clock;

    OrderReplicas(Payments payments, ReconciliationTrigger reconciliation, Bans bans, Clock clock) {
        this.payments = payments;
        this.reconciliation = reconciliation;
        this.bans = bans;
        this.clock = clock;
    }

    /** Stores the replicas of new orders. Nearly every replica is new, so it is inserted without a read. */
    void createAll(List<Payment> created) {
        payments.insertAll(created).forEach(payment -> apply(payment.id(), payment.order()));
    }

    /**
     * Applies the event, unless it contains nothing new. Reconciles at once if it ended an order with an open charge.
     */
    void apply(String orderId, OrderReplica event) {
        Payment payment = WriteConflicts.retry(() -> payments.find(orderId)
                .map(known -> apply(known, event))
                .orElseGet(() -> payments.save(Payment.of(orderId, event))));
        if (payment.isCheckDue(clock.instant())) {
            reconciliation.reconcileDue();
        }
        recordMissedDeletion(payment);
    }

    /**
     * Records the deletion of a buyer that this service applied before it stored the order. Such an order is cancelled
     * and never charged, so no other order needs the read.
     */
    private void recordMissedDeletion(Payment payment) {
        String buyerId = payment.order().buyerId();
        boolean mayBeMissed = payment.order().isCancelled() && payment.charge() == null && !payment.isBuyerDeleted();
        if (mayBeMissed && buyerId != null && bans.isDeleted(buyerId)) {
            payments.changeIf(
                    payment.id(),
                    stored -> !stored.isBuyerDeleted(),
                    stored -> stored.deleteBuyer(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        }
    }

    private Payment apply(Payment known, OrderReplica event) {
        if (known.order().merge(event).equals(known.order())) {
            return known;
        }
        known.applyOrder(event, clock.instant());
        return payments.save(known);
    }
}
