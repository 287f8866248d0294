package com.ticketing.auth.admin;

import com.ticketing.auth.admin.AuditEntry.Action;
import com.ticketing.common.paging.Keyset;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The append-only log of admin actions. */
@Component
class AuditLog {

    private final AuditEntries entries;
    private final Clock clock;

    AuditLog(AuditEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Appends an entry. Callers append before they act: after a crash in between, the log may name an action that did not
     * take effect, but every action that took effect is in the log.
     */
    void record(String adminId, Action action, String userId, @Nullable String reason) {
        entries.insert(new AuditEntry(
                new ObjectId().toHexString(),
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
}
