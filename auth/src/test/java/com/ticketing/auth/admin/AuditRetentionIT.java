package com.ticketing.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.admin.AuditEntry.Action;
import com.ticketing.common.ids.TimeOrderedIds;
import java.time.Duration;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;

@AdminTest
class AuditRetentionIT {

    /** Within the retention, so that the service's own cleanup removes no entry of this test. */
    private final Instant end = Instant.now().minus(Duration.ofDays(100));

    private final Instant start = end.minus(Duration.ofDays(100));

    @Autowired
    private AuditLog audit;

    @Autowired
    private AuditEntries entries;

    @Test
    void removesOnlyEntriesFromBeforeTheTime() {
        String old = insert(TimeOrderedIds.lowest(start));
        String ofPreviousVersion = insert(new ObjectId((int) start.getEpochSecond() + 1, 7).toHexString());
        String kept = insert(TimeOrderedIds.lowest(end));

        audit.removeBefore(end);

        assertThat(entries.findByOrderByIdDesc(Limit.unlimited()))
                .extracting(AuditEntry::id)
                .contains(kept)
                .doesNotContain(old, ofPreviousVersion);
    }

    private String insert(String id) {
        entries.insert(new AuditEntry(id, "admin", Action.BAN, "user", start, null));
        return id;
    }
}
