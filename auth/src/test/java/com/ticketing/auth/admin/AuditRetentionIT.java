package com.ticketing.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.admin.AuditEntry.Action;
import com.ticketing.common.ids.TimeOrderedIds;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;

@AdminTest
class AuditRetentionIT {

    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2020-06-01T00:00:00Z");

    @Autowired
    private AuditLog audit;

    @Autowired
    private AuditEntries entries;

    @Test
    void removesOnlyEntriesFromBeforeTheTime() {
        String old = insert(TimeOrderedIds.lowest(START));
        String ofPreviousVersion = insert(new ObjectId((int) START.getEpochSecond() + 1, 7).toHexString());
        String kept = insert(TimeOrderedIds.lowest(END));

        audit.removeBefore(END);

        assertThat(entries.findByOrderByIdDesc(Limit.unlimited()))
                .extracting(AuditEntry::id)
                .contains(kept)
                .doesNotContain(old, ofPreviousVersion);
    }

    private String insert(String id) {
        entries.insert(new AuditEntry(id, "admin", Action.BAN, "user", START, null));
        return id;
    }
}
