package com.ticketing.host.gateway;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** One process of a service, and whether it answers. Used by all event loops. */
final class Replica {

    private static final long NOT_SUSPENDED = Long.MIN_VALUE;

    private final InetSocketAddress address;
    private final long suspension;
    private final AtomicLong suspendedAt = new AtomicLong(NOT_SUSPENDED);
    private volatile long lastReceived = System.nanoTime();

    Replica(InetSocketAddress address, Duration suspension) {
        this.address = address;
        this.suspension = suspension.toNanos();
    }

    InetSocketAddress address() {
        return address;
    }

    /** Records any byte from the replica, which ends its suspension. */
    void received() {
        lastReceived = System.nanoTime();
        if (isSuspended()) {
            suspendedAt.set(NOT_SUSPENDED);
        }
    }

    /** Returns whether no connection has received a byte since the instant: a slow response alone is not silence. */
    boolean isSilentSince(long nanoTime) {
        return lastReceived - nanoTime <= 0;
    }

    /** Prefers other replicas until this one answers a request again. */
    void suspend() {
        suspendedAt.set(System.nanoTime());
    }

    boolean isSuspended() {
        return suspendedAt.get() != NOT_SUSPENDED;
    }

    /** Returns true to one request when the suspension is over; that request finds out whether the replica answers. */
    boolean claimTrial() {
        long since = suspendedAt.get();
        long now = System.nanoTime();
        return since != NOT_SUSPENDED && now - since >= suspension && suspendedAt.compareAndSet(since, now);
    }
}
