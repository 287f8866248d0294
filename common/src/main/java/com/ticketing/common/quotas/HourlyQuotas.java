package com.ticketing.common.quotas;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.ErrorCode;
import com.ticketing.common.persistence.IndexedCollection;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Counts the actions of each user per hour. Each process grants a twentieth of the quota on its own, without a command.
 * For further uses it reserves a twentieth at a time in the service's database, with one command. Almost no user causes
 * such a command. A user may exceed the quota by a twentieth for each process, and a reservation that one process has
 * not used up is not available in the others. An hour begins with the clock's hour, so twice the quota is possible
 * around its end.
 */
public final class HourlyQuotas implements IndexedCollection {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration CLEANUP_INTERVAL = Duration.ofMinutes(10);
    private static final int PARTS = 20;
    private static final String EXPIRES_AT = "expiresAt";

    private final MongoOperations mongo;
    private final Clock clock;

    private final Map<String, Available> availableById = new HashMap<>();
    private long currentHour;

    HourlyQuotas(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Class<?> type() {
        return UseCount.class;
    }

    @Override
    public List<IndexDefinition> indexes() {
        return List.of(new Index().on(EXPIRES_AT, Direction.ASC));
    }

    /**
     * Counts a use.
     *
     * @param quota uses per hour
     * @throws ApiException the given code with Retry-After if the user's quota of this hour is exhausted
     */
    public void use(String kind, String userId, int quota, ErrorCode exhausted) {
        use(kind, userId, 1, quota, exhausted);
    }

    /**
     * Counts several uses at once, and grants all of them or none. Rejected uses do not count, so that a smaller
     * request can be granted.
     *
     * @param uses how many uses to count
     * @param quota uses per hour
     * @throws ApiException the given code with Retry-After if the user's quota of this hour is exhausted
     */
    public void use(String kind, String userId, int uses, int quota, ErrorCode exhausted) {
        long hour = clock.millis() / HOUR.toMillis();
        String id = kind + " " + userId + " " + hour;
        int part = quota / PARTS;
        Instant end = Instant.ofEpochMilli((hour + 1) * HOUR.toMillis());
        Available available = available(id, hour, part);
        available.lock.lock();
        try {
            if (available.uses < uses) {
                int reservation = Math.max(uses - available.uses, part);
                int granted = granted(increment(id, reservation, end), reservation, quota);
                if (available.uses + granted < uses) {
                    // also without a grant: a larger reservation of another process may be returned at the same time
                    increment(id, -reservation, end);
                    throw new ApiException(exhausted).withRetryAfter(Duration.between(clock.instant(), end));
                }
                available.uses += granted;
            }
            available.uses -= uses;
        } finally {
            available.lock.unlock();
        }
    }

    /** Returns the part of the reservation that is within the quota. */
    private static int granted(int countAfter, int reservation, int quota) {
        return Math.clamp((long) quota - countAfter + reservation, 0, reservation);
    }

    private synchronized Available available(String id, long hour, int part) {
        if (hour > currentHour) {
            currentHour = hour;
            availableById.clear();
        }
        return availableById.computeIfAbsent(id, unknown -> new Available(part));
    }

    private int increment(String id, int uses, Instant expiresAt) {
        Update update = new Update().inc("count", uses).setOnInsert(EXPIRES_AT, expiresAt);
        // two concurrent upserts of a new count can conflict
        return WriteConflicts.retry(() -> Objects.requireNonNull(mongo.findAndModify(
                        query(where("_id").is(id)),
                        update,
                        FindAndModifyOptions.options().upsert(true).returnNew(true),
                        UseCount.class))
                .count());
    }

    /** Returns a task that removes expired counts, because not every supported database has TTL indexes. */
    BackgroundTask cleaner() {
        return new BackgroundTask(
                "expired-quotas",
                CLEANUP_INTERVAL,
                () -> mongo.remove(query(where(EXPIRES_AT).lte(clock.instant())), UseCount.class));
    }

    /** What this process may still grant to a user. The lock is held during a reservation, which all uses share. */
    private static final class Available {

        private final Lock lock = new ReentrantLock();
        private int uses;

        Available(int uses) {
            this.uses = uses;
        }
    }
}
