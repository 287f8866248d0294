package com.ticketing.common.outbox;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.Subject;
import com.ticketing.common.persistence.PendingEvents;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * An event to publish, stored in the document of its aggregate.
 *
 * @param due the earliest time to publish it
 */
record OutboxEntry(ObjectId id, Subject subject, String json, Instant due) {

    /** The array of entries in the document. */
    static final String FIELD = "outbox";

    static final String DUE = FIELD + ".due";

    /** @param now the due time of an event without one */
    static OutboxEntry of(PendingEvents.Raised raised, Instant now) {
        Event event = raised.event();
        String json = EventJson.write(event, raised.traceparent());
        return new OutboxEntry(new ObjectId(), event.subject(), json, raised.due() == null ? now : raised.due());
    }

    boolean isDue(Instant now) {
        return !due.isAfter(now);
    }

    Document toDocument() {
        return new Document("_id", id)
                .append("subject", subject.name())
                .append("json", json)
                .append("due", Date.from(due));
    }

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException if its subject is unknown: a newer version of the service has stored it
     */
    static OutboxEntry from(Document document) {
        return new OutboxEntry(
                document.getObjectId("_id"),
                Subject.valueOf(document.getString("subject")),
                document.getString("json"),
                document.getDate("due").toInstant());
    }
}
