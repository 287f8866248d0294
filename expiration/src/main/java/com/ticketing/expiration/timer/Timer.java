package com.ticketing.expiration.timer;

import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.persistence.Aggregate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/**
 * The timer of one order, stored under the order's id: the newest version that it has applied, and the end of the hold
 * while the order is a hold. The delayed event itself is in the outbox.
 */
@Document("timers")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
@SuppressWarnings("UnusedVariable") // only the database reads some fields
class Timer extends Aggregate {

    static final String DELETE_AT = "forgetAt";

    /** How long the timer of an ended order is kept, so that a late {@code order:created} does not start a new one. */
    private static final Duration RETENTION = Duration.ofDays(7);

    private long orderVersion;
    private @Nullable Instant expiresAt;

    @Field(DELETE_AT)
    private Instant deleteAt;

    @PersistenceCreator
    private Timer(String id, long orderVersion, @Nullable Instant expiresAt, Instant deleteAt) {
        super(id);
        this.orderVersion = orderVersion;
        this.expiresAt = expiresAt;
        this.deleteAt = deleteAt;
    }

    /** Creates a timer that has not applied any event yet. */
    static Timer forOrder(String orderId) {
        return new Timer(orderId, -1, null, Instant.EPOCH);
    }

    /** Creates the timer of an order whose first event is its {@code order:created}. */
    static Timer started(String orderId, long version, Instant holdEnds) {
        Timer timer = forOrder(orderId);
        timer.start(version, holdEnds);
        return timer;
    }

    long orderVersion() {
        return orderVersion;
    }

    boolean isNewer(long version) {
        return version > orderVersion;
    }

    /**
     * Schedules the {@code expiration:complete} event for the end of the hold, or for now if that is past.
     *
     * @throws IllegalStateException if the version is not newer
     */
    void start(long version, Instant holdEnds) {
        apply(version, holdEnds);
        expiresAt = holdEnds;
        raiseAt(holdEnds, new ExpirationComplete(id()));
    }

    /** Schedules the event as the other, newer timer of this order does. */
    void startAs(Timer other) {
        start(other.orderVersion, Objects.requireNonNull(other.expiresAt));
    }

    /**
     * Withdraws the event, because the order was completed or cancelled.
     *
     * @throws IllegalStateException if the version is not newer
     */
    void stop(long version, Instant now) {
        apply(version, now);
        expiresAt = null;
        discardUnpublished();
    }

    /** Schedules the event once more while the order is a hold: orders may not have received the one that was due. */
    @Override
    protected void raiseCurrentState() {
        if (expiresAt != null) {
            raiseAt(expiresAt, new ExpirationComplete(id()));
        }
    }

    private void apply(long version, Instant end) {
        if (!isNewer(version)) {
            throw new IllegalStateException(
                    "The timer of order " + id() + " has applied this or a newer version already");
        }
        orderVersion = version;
        deleteAt = end.plus(RETENTION);
    }
}
