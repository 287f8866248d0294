package com.ticketing.common.limits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The permits of each user who has a request in progress or waiting. A user without one takes no memory. */
public final class UserPermits {

    private final int limit;
    private final Map<String, Share> shares = new ConcurrentHashMap<>();

    /** @param limit permits per user, in this process */
    public UserPermits(int limit) {
        this.limit = limit;
    }

    private record Share(Semaphore permits, int requests) {}

    /** Returns the permits of the user, to acquire one. Each call must be followed by {@link #leave}. */
    public Semaphore enter(String userId) {
        return shares.compute(
                        userId,
                        (id, share) -> share == null
                                ? new Share(new Semaphore(limit), 1)
                                : new Share(share.permits(), share.requests() + 1))
                .permits();
    }

    /** Ends a use. A permit that was acquired must have been released before. */
    public void leave(String userId) {
        shares.computeIfPresent(
                userId, (id, share) -> share.requests() == 1 ? null : new Share(share.permits(), share.requests() - 1));
    }

    int size() {
        return shares.size();
    }
}
