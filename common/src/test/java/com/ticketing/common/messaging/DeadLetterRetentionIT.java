package com.ticketing.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** Uses a database of its own: the service's tasks would retry and remove the messages. */
class DeadLetterRetentionIT {

    private final Instant now = Instant.now();
    private final Instant old = now.minus(Duration.ofDays(91));

    private final SimpleMongoClientDatabaseFactory database =
            new SimpleMongoClientDatabaseFactory(TestServers.newMongoUri());
    private final MongoOperations mongo = new MongoTemplate(database);
    private final DeadLetters deadLetters = new DeadLetters(
            mongo,
            new MessagingProperties(
                    "dead-letters",
                    Duration.ofSeconds(30),
                    1,
                    1,
                    5,
                    Duration.ofHours(1),
                    Duration.ofDays(90),
                    Duration.ofMinutes(1)),
            Clock.systemUTC());

    @AfterEach
    void close() throws Exception {
        database.destroy();
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

    private void insert(String id, Instant failedAt, @Nullable Instant parkedAt) {
        mongo.insert(
                new DeadLetter(id, "order:created", 1, old, "{}", true, 5, "planted", failedAt, parkedAt, parkedAt));
    }
}
