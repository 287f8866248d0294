package com.ticketing.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pending faults, oldest first. */
final class Faults {

    private final List<Fault> pending = new ArrayList<>();

    synchronized void add(Fault fault) {
        if (fault.times() > 0) {
            pending.add(fault);
        }
    }

    synchronized void clear() {
        pending.clear();
    }

    /** Consumes one use of the oldest fault that matches the request. */
    synchronized Optional<Fault> take(StripeCall call) {
        for (int i = 0; i < pending.size(); i++) {
            Fault fault = pending.get(i);
            if (fault.matches(call)) {
                if (fault.times() == 1) {
                    pending.remove(i);
                } else {
                    pending.set(i, fault.times(fault.times() - 1));
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
