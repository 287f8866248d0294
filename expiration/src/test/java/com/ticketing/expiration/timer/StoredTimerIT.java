package com.ticketing.expiration.timer;

import static com.ticketing.servicetest.StoredDocuments.surviving;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.servicetest.StoredDocuments;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Timers that released versions have stored. */
@ExpirationServiceTest
class StoredTimerIT {

    @Autowired
    MongoOperations mongo;

    @Autowired
    Timers timers;

    @Test
    void readsChangesAndWritesATimerOfVersion010() {
        StoredDocuments stored = new StoredDocuments(mongo, Timer.class);
        Document released = stored.insert("0.1.0/timer.json");

        Timer timer = timers.find(released.getString("_id")).orElseThrow();
        assertThat(timer.isNewer(0)).isFalse();
        assertThat(timer.isNewer(1)).isTrue();
        timer.stop(1, Instant.parse("2026-11-25T12:05:00Z"));
        timers.save(timer);

        Document saved = stored.get(released);
        assertThat(saved.getLong("orderVersion")).isEqualTo(1);
        assertThat(saved.getList("outbox", Document.class)).as("the event").isEmpty();
        assertThat(saved).doesNotContainKey("expiresAt");
        assertThat(surviving(saved, "orderVersion", "expiresAt", "forgetAt"))
                .isEqualTo(surviving(released, "orderVersion", "expiresAt", "forgetAt"));
    }
}
