package com.ticketing.common.persistence;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.errors.DatabaseOutages;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.common.sample.Channels;
import com.ticketing.common.sample.Listing;
import com.ticketing.common.sample.ListingReplicas;
import com.ticketing.common.sample.Listings;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.database.DatabaseProxy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The database disappears without closing its connections, so operations are neither answered nor rejected. */
@ServiceTest(properties = {"mongodb.timeout=PT2S", "mongodb.server-selection-timeout=PT2S"})
class StalledDatabaseIT {

    private static final DatabaseProxy DATABASE = DatabaseProxy.start();
    private static final int REQUESTS = 20;

    @Autowired
    Api anonymous;

    @Autowired
    Listings listings;

    @Autowired
    ListingReplicas replicas;

    @Autowired
    MongoOperations mongo;

    @Autowired
    EventPublisher broker;

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", DATABASE::uri);
    }

    /** Without a bound, the requests would never be answered; the timeout is far longer than a busy machine needs. */
    @Test
    @Timeout(300)
    void requestsAreAnsweredWith503AndEverythingContinuesAfterwards() throws Exception {
        await().until(broker::isConnected);
        Api api = anonymous.as(SignedIn.as("user", "user@example.com"));
        Listing existing = listings.save(Listing.of("existing"));
        try (Channels channels = Channels.open(environment)) {
            List<TicketCreated> created = channels.all(TicketCreated.class);
            DATABASE.stall();
            TicketUpdated message =
                    new TicketUpdated(SignedIn.newId(), 1, "replicated", BigDecimal.TEN, "seller", null);
            channels.publish(message);

            List<ApiResponse> responses = ConcurrentRequests.send(
                    IntStream.range(0, REQUESTS).boxed().toList(),
                    number -> number % 2 == 0 ? api.get("/api/listings/" + existing.id()) : create(api, "stalled"));

            assertThat(responses).allSatisfy(response -> {
                assertThat(response.status()).isEqualTo(503);
                assertThat(response.codes()).containsExactly("temporarily-unavailable");
                assertThat(response.header("Retry-After")).isPresent();
            });

            DATABASE.restore();

            // the pool may still contain connections that are dead; each is found out by one failure
            await().until(() -> api.get("/api/listings/" + existing.id()).status() == 200);
            ApiResponse next = await().until(() -> create(api, "next"), response -> response.status() == 200);
            String id = next.json().path("id").asString();
            afterOutages()
                    .alias("the listener")
                    .until(() -> replicas.find(message.id()).isPresent());
            afterOutages()
                    .alias("the outbox")
                    .until(() -> created.stream().anyMatch(event -> event.id().equals(id)));
            afterOutages()
                    .alias("the acknowledgements")
                    .until(() -> count("{'outbox.0': {$exists: true}}", "listings") == 0);
            // waits for no particular count: only the failure of a dead connection is retried
            long deadLetters = afterOutages().until(() -> count("{}", "deadLetters"), any -> true);
            assertThat(deadLetters).isZero();
        }
    }

    private static ApiResponse create(Api api, String title) {
        return api.post("/api/listings", Map.of("title", title, "price", 10));
    }

    private long count(String query, String collection) {
        return mongo.count(new BasicQuery(query), collection);
    }

    private static ConditionFactory afterOutages() {
        return await().ignoreExceptionsMatching(DatabaseOutages::isCauseOf);
    }
}
