package com.ticketing.expiration.timer;

import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.persistence.Aggregate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What this service knows of an order, under the order's id: its newest version, and when its hold ends unless it has
 * ended already. The waiting event itself is in the outbox.
 */
@Document("timers")
@SuppressWarnings("UnusedVariable") // some fields are read by the database alone
class Timer extends Aggregate {

    static final String FORGET_AT = "forgetAt";

    /** How long an ended order is remembered, so that a late {@code order:created} of it starts nothing. */
    private static final Duration MEMORY = Duration.ofDays(7);

    private long orderVersion;
    private @Nullable Instant expiresAt;
    private Instant forgetAt;

    @PersistenceCreator
    private Timer(String id, long orderVersion, @Nullable Instant expiresAt, Instant forgetAt) {
        super(id);
        this.orderVersion = orderVersion;
        this.expiresAt = expiresAt;
        this.forgetAt = forgetAt;
    }

    /** A timer for an order of which nothing is known yet. */
    static Timer of(String orderId) {
        return new Timer(orderId, -1, null, Instant.EPOCH);
    }

    boolean isNews(long version) {
        return version > orderVersion;
    }

    /** Fires when the hold ends, at once if it has ended already. */
    void start(long version, Instant holdEnds) {
        follow(version, holdEnds);
        expiresAt = holdEnds;
        raiseAt(holdEnds, new ExpirationComplete(id()));
    }

    /** Does not fire any more: the order was paid or let go. */
    void stop(long version, Instant now) {
        follow(version, now);
        expiresAt = null;
        withdraw();
    }

    private void follow(long version, Instant end) {
        if (!isNews(version)) {
            throw new IllegalStateException("Order " + id() + " is known at this or a newer version");
        }
        orderVersion = version;
        forgetAt = end.plus(MEMORY);
    }
}
