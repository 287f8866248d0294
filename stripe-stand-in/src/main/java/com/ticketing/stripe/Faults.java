package com.ticketing.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The pending faults, oldest first. */
final class Faults {

    private final List<Fault> pending = new ArrayList<>();
    private CountDownLatch cleared = new CountDownLatch(1);

    /**
     * A fault that applies to one request.
     *
     * @param cleared ends the delay early
     */
    record Applied(Fault fault, CountDownLatch cleared) {

        boolean is(Fault.Kind kind) {
            return fault.kind() == kind;
        }

        boolean closesConnection() {
            return fault.kind().closesConnection();
        }

        /** Waits for the fault's delay, or until the faults are cleared. */
        void awaitDelay() {
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

    /** Consumes one use of the oldest fault that matches the request and applies before the idempotency layer. */
    Optional<Applied> take(StripeCall call) {
        return take(call, false);
    }

    /** Consumes one use of the oldest fault that matches the request and applies behind the idempotency layer. */
    Optional<Fault> takeBehindIdempotency(StripeCall call) {
        return take(call, true).map(Applied::fault);
    }

    private synchronized Optional<Applied> take(StripeCall call, boolean behindIdempotency) {
        for (int i = 0; i < pending.size(); i++) {
            Fault fault = pending.get(i);
            if (fault.kind().isBehindIdempotency() == behindIdempotency && fault.matches(call)) {
                if (fault.times() == 1) {
                    pending.remove(i);
                } else {
                    pending.set(i, fault.times(fault.times() - 1));
                }
                return Optional.of(new Applied(fault, cleared));
            }
        }
        return Optional.empty();
    }
}
