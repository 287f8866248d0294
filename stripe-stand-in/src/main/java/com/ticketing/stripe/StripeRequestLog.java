package com.ticketing.stripe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The most recent requests, for tests that run the stand-in in their own process. */
final class StripeRequestLog {

    static final int CAPACITY = 5000;

    private final Deque<StripeStandIn.Request> requests = new ArrayDeque<>();
    private long count;

    synchronized void add(StripeStandIn.Request request) {
        if (requests.size() == CAPACITY) {
            requests.removeFirst();
        }
        requests.addLast(request);
        count++;
    }

    /** Returns how many requests were added, including the dropped ones. */
    synchronized long count() {
        return count;
    }

    /** Returns the requests, oldest first. */
    synchronized List<StripeStandIn.Request> all() {
        return List.copyOf(requests);
    }
}
