package com.ticketing.common.outbox;

import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.TicketCreated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;

/** The document of a listing whose writer ended before it published the event. */
final class UnpublishedListing {

    private UnpublishedListing() {}

    static TicketCreated created(String title) {
        return new TicketCreated(new ObjectId().toHexString(), 0, title, BigDecimal.ONE, "seller");
    }

    static Document document(TicketCreated event) {
        OutboxEntry entry =
                new OutboxEntry(new ObjectId(), event.subject(), EventJson.write(event, null), Instant.now());
        return new Document("_id", event.id())
                .append("title", event.title())
                .append("version", 0L)
                .append(OutboxEntry.FIELD, List.of(entry.toDocument()));
    }
}
