package com.ticketing.common.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * The due entries of an aggregate's document, in the order in which they were raised.
 *
 * @param unknown the entries with a subject that this version of the service does not know; they stay stored for the
 *     newer version that raised them
 */
record DueEntries(List<OutboxEntry> entries, List<Unknown> unknown) {

    record Unknown(ObjectId id, String subject) {}

    static DueEntries in(Document aggregate, Instant now) {
        List<OutboxEntry> entries = new ArrayList<>();
        List<Unknown> unknown = new ArrayList<>();
        for (Document entry : aggregate.getList(OutboxEntry.FIELD, Document.class, List.of())) {
            if (entry.getDate("due").toInstant().isAfter(now)) {
                continue;
            }
            try {
                entries.add(OutboxEntry.from(entry));
            } catch (IllegalArgumentException e) {
                unknown.add(new Unknown(entry.getObjectId("_id"), entry.getString("subject")));
            }
        }
        return new DueEntries(entries, unknown);
    }
}
