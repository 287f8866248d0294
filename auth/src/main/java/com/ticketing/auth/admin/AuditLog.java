package com.ticketing.auth.admin;

import com.ticketing.auth.admin.AuditEntry.Action;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.paging.Keyset;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * The log of admin actions. Entries do not change, except that the reasons about a deleted user are erased, and are
 * kept for {@link AuditProperties#retention}.
 */
@Component
class AuditLog {

    private static final Logger log = LoggerFactory.getLogger(AuditLog.class);

    private final AuditEntries entries;
    private final Clock clock;

    AuditLog(AuditEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Appends an entry. Callers append before they act: after a crash in between, the log may name an action that did
     * not take effect, but every action that took effect is in the log.
     */
    void record(String adminId, Action action, String userId, @Nullable String reason) {
        entries.insert(new AuditEntry(
                TimeOrderedIds.next(),
                adminId,
                action,
                userId,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                reason));
    }

    /** Returns the page and one entry more, if there is one, as {@link Keyset#answer} expects. */
    List<AuditEntry> page(Keyset page) {
        Limit limit = Limit.of(page.limit() + 1);
        String after = page.after();
        return after == null ? entries.findByOrderByIdDesc(limit) : entries.findByIdLessThanOrderByIdDesc(after, limit);
    }

    /** Removes the reasons from the entries about the user. */
    void eraseReasons(String userId) {
        entries.eraseReasons(userId);
    }

    /** Removes the entries from before the given time. */
    void removeBefore(Instant time) {
        long removed = entries.deleteByIdLessThan(TimeOrderedIds.lowest(time));
        if (removed > 0) {
            log.info("Audit entries removed: count={} before={}", removed, time);
        }
    }
}
