package com.ticketing.payments.reconciliation;

import com.ticketing.common.time.BackgroundTask;
import com.ticketing.payments.payment.PaymentProperties;
import com.ticketing.payments.payment.Payments;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reconciles payments with a due check, in every process of the service. Claims divide the work between processes. */
@Component
public class ReconciliationSchedule implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReconciliationSchedule.class);
    private static final int BATCH = 100;
    private static final int MAX_CONCURRENT = 8;

    private final Payments payments;
    private final PaymentReconciler reconciler;
    private final Clock clock;
    private final BackgroundTask task;

    ReconciliationSchedule(Payments payments, PaymentReconciler reconciler, PaymentProperties properties, Clock clock) {
        this.payments = payments;
        this.reconciler = reconciler;
        this.clock = clock;
        this.task = new BackgroundTask("payments-reconciliation", properties.sweepInterval(), this::reconcileDue);
    }

    /** Searches for due checks now, rather than at the next interval. */
    public void wake() {
        task.wake();
    }

    private void reconcileDue() {
        List<String> due = payments.withDueCheck(clock.instant(), BATCH);
        Semaphore permits = new Semaphore(MAX_CONCURRENT);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String orderId : due) {
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
        if (due.size() == BATCH) {
            wake();
        }
    }

    @Override
    public void start() {
        task.start();
    }

    @Override
    public void stop() {
        task.stop();
    }

    @Override
    public boolean isRunning() {
        return task.isRunning();
    }
}
