package com.ticketing.payments.webhook;

import com.ticketing.common.persistence.IndexedCollection;
import java.time.Duration;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.stereotype.Component;

/** The indexes of the inbox. They also bound it: events expire. */
@Component
class StripeEventIndexes implements IndexedCollection {

    /** Longer than the three days for which Stripe sends an event again. */
    private static final Duration RETENTION = Duration.ofDays(30);

    @Override
    public Class<?> type() {
        return StripeEvent.class;
    }

    @Override
    public List<IndexDefinition> indexes() {
        return List.of(
                new Index().on("pending", Sort.Direction.ASC).sparse().named("pending"),
                new Index()
                        .on("receivedAt", Sort.Direction.ASC)
                        .expire(RETENTION)
                        .named("receivedAt"));
    }
}
