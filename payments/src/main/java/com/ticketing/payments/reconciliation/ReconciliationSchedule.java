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

/** Looks after payments that are due, in every process of the service: the claims in the documents share the work. */
@Component
public class ReconciliationSchedule implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReconciliationSchedule.class);
    private static final int BATCH = 100;
    private static final int AT_ONCE = 8;

    private final Payments payments;
    private final PaymentReconciler settlement;
    private final Clock clock;
    private final BackgroundTask task;

    ReconciliationSchedule(Payments payments, PaymentReconciler settlement, PaymentProperties properties, Clock clock) {
        this.payments = payments;
        this.settlement = settlement;
        this.clock = clock;
        this.task = new BackgroundTask("payments-sweep", properties.sweepInterval(), this::sweep);
    }

    /** Looks now rather than at the next interval. */
    public void wake() {
        task.wake();
    }

    private void sweep() {
        List<String> due = payments.due(clock.instant(), BATCH);
        Semaphore places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String orderId : due) {
                places.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        settlement.settle(orderId);
                    } catch (RuntimeException e) {
                        log.error("Looking after order {} failed", orderId, e);
                    } finally {
                        places.release();
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
