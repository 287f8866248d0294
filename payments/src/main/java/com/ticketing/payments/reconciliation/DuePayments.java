package com.ticketing.payments.reconciliation;

import com.ticketing.payments.payment.Payments;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reconciles payments with a due check, several at a time. Claims divide the work between processes. */
@Component
class DuePayments {

    private static final Logger log = LoggerFactory.getLogger(DuePayments.class);
    private static final int BATCH = 100;
    private static final int MAX_CONCURRENT = 8;

    private final Payments payments;
    private final PaymentReconciler reconciler;
    private final Clock clock;

    DuePayments(Payments payments, PaymentReconciler reconciler, Clock clock) {
        this.payments = payments;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /** Reconciles a batch. Returns whether it was full, so that more may be due. */
    boolean reconcile() {
        List<String> due = payments.withDueCheck(clock.instant(), BATCH);
        reconcile(due);
        return due.size() == BATCH;
    }

    private void reconcile(List<String> orderIds) {
        Semaphore permits = new Semaphore(MAX_CONCURRENT);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String orderId : orderIds) {
                permits.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        reconciler.reconcile(orderId);
                    } catch (RuntimeException e) {
                        log.error("Reconciliation failed: orderId={}", orderId, e);
                    } finally {
                        permits.release();
                    }
                });
            }
        }
    }
}
