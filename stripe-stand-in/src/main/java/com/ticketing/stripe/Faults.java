package com.ticketing.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The faults still to come, oldest first. */
final class Faults {

    private final List<Fault> pending = new ArrayList<>();
    private CountDownLatch cleared = new CountDownLatch(1);

    /**
     * A fault that a request has met.
     *
     * @param cleared ends its delay early
     */
    record Met(Fault fault, CountDownLatch cleared) {

        boolean is(Fault.Kind kind) {
            return fault.kind() == kind;
        }

        boolean isCut() {
            return fault.kind().isCut();
        }

        /** Returns after the fault's delay, or as soon as the faults are cleared. */
        void awaitEnd() {
            try {
                boolean unused = cleared.await(fault.delay().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    synchronized void add(Fault fault) {
        if (fault.times() > 0) {
            pending.add(fault);
        }
    }

    synchronized void clear() {
        pending.clear();
        cleared.countDown();
        cleared = new CountDownLatch(1);
    }

    synchronized Optional<Met> take(StripeCall call) {
        for (int i = 0; i < pending.size(); i++) {
            Fault fault = pending.get(i);
            if (fault.meets(call)) {
                if (fault.times() == 1) {
                    pending.remove(i);
                } else {
                    pending.set(i, fault.times(fault.times() - 1));
                }
                return Optional.of(new Met(fault, cleared));
            }
        }
        return Optional.empty();
    }
}
