package com.ticketing.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.IndexField;
import org.springframework.data.mongodb.core.query.Query;

@ServiceTest(properties = "messaging.ack-wait=PT4S")
class DeadLetterRetentionIT {

    private final Instant now = Instant.now();
    private final Instant old = now.minus(Duration.ofDays(91));

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    MongoOperations mongo;

    @AfterEach
    void removeAll() {
        mongo.remove(new Query(), DeadLetter.class);
    }

    @Test
    void removesWhatWasParkedOrFailedBeforeTheRetention() {
        // a parked message is retried every hour, and so fails every hour
        insert("parked long ago", now, old);
        insert("parked now", now, now);
        insert("failed long ago, then handled", old, null);
        insert("failed now", now, null);

        deadLetters.removeExpired();

        assertThat(mongo.findAll(DeadLetter.class))
                .extracting(DeadLetter::id)
                .containsExactlyInAnyOrder("parked now", "failed now");
    }

    @Test
    void countsParkedMessagesOnly() {
        insert("parked", now, now);
        insert("failed", now, null);

        assertThat(deadLetters.countParked()).isEqualTo(1);
        assertThat(deadLetters.parkedLetters()).extracting(DeadLetter::id).containsExactly("parked");
        assertThat(deadLetters.claimDue().map(DeadLetter::id)).contains("parked");
        assertThat(deadLetters.claimDue()).isEmpty();
    }

    @Test
    void hasAnIndexForEachQuery() {
        assertThat(mongo.indexOps(DeadLetter.class).getIndexInfo())
                .extracting(index ->
                        index.getIndexFields().stream().map(IndexField::getKey).toList())
                .extracting(Object::toString)
                .contains("[parkedAt]", "[nextAttemptAt]", "[failedAt]");
    }

    private void insert(String id, Instant failedAt, @Nullable Instant parkedAt) {
        mongo.insert(
                new DeadLetter(id, "order:created", 1, old, "{}", true, 5, "planted", failedAt, parkedAt, parkedAt));
    }
}
