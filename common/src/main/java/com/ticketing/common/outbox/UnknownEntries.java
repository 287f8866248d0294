package com.ticketing.common.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.ticketing.common.outbox.DueEntries.Unknown;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Postpones entries with a subject that this version of the service does not know, so that they do not fill every
 * batch, and counts them. The version that raised them publishes them.
 */
final class UnknownEntries implements MeterBinder {

    static final Duration POSTPONED_BY = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(UnknownEntries.class);

    private final LongAdder skipped = new LongAdder();
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    void postpone(MongoCollection<Document> collection, Collection<Unknown> unknown, Instant now) {
        if (unknown.isEmpty()) {
            return;
        }
        List<ObjectId> ids = unknown.stream().map(Unknown::id).toList();
        collection.updateMany(
                Filters.in(OutboxEntry.FIELD + "._id", ids),
                Updates.set(OutboxEntry.FIELD + ".$[unknown].due", Date.from(now.plus(POSTPONED_BY))),
                new UpdateOptions().arrayFilters(List.of(Filters.in("unknown._id", ids))));
        skipped.add(unknown.size());
        for (Unknown entry : unknown) {
            if (logged.add(entry.subject())) {
                log.error(
                        "Outbox entry with an unknown subject skipped, logged once: collection={} subject={} entry={}",
                        collection.getNamespace().getCollectionName(),
                        entry.subject(),
                        entry.id());
            }
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("outbox.entries.skipped", skipped, LongAdder::sum)
                .description("Attempts to publish an outbox entry with an unknown subject")
                .register(registry);
    }
}
