package com.ticketing.auth.admin;

import com.ticketing.auth.admin.AuditEntry.Action;
import com.ticketing.common.paging.Keyset;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The record of what admins did. Nothing is ever removed from it or changed. */
@Component
class AuditLog {

    private final MongoOperations mongo;
    private final Clock clock;

    AuditLog(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Call it before the step is taken: a crash in between leaves a step on record that was not taken, never the reverse. */
    void record(String adminId, Action action, String userId, @Nullable String reason) {
        mongo.insert(new AuditEntry(
                new ObjectId().toHexString(),
                adminId,
                action,
                userId,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                reason));
    }

    List<AuditEntry> entries(Keyset page) {
        return mongo.find(page.query(new Criteria()), AuditEntry.class);
    }
}
