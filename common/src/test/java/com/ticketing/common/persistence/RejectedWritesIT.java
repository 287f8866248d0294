package com.ticketing.common.persistence;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.database.DatabaseFault;
import com.ticketing.testsupport.database.DatabaseProxy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A proxy rejects writes as MongoDB and compatible servers do. */
@ServiceTest
class RejectedWritesIT {

    private static final DatabaseProxy DATABASE = DatabaseProxy.start();
    private static final String LISTINGS = "listings";
    private static final int SEVERAL = 5;

    /** Three deliveries of a message, of which the second would park it. */
    private static final int THREE_DELIVERIES = 3 * 9;

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

    Api api;
    Channels channels;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", DATABASE::uri);
    }

    @BeforeEach
    void connect() throws Exception {
        api = anonymous.as(SignedIn.as("user", "user@example.com"));
        await().until(broker::isConnected);
        channels = Channels.open(environment);
    }

    @AfterEach
    void restore() throws Exception {
        DATABASE.restore();
        channels.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE_CONFLICT", "LABELLED", "DEADLOCK"})
    void aRejectedInsertIsRetriedAndHappensOnce(DatabaseFault fault) {
        long forwarded = DATABASE.forwarded("insert");
        long rejected = DATABASE.rejected("insert");
        DATABASE.rejectNext("insert", LISTINGS, fault, SEVERAL);

        String id = create(fault.name()).expect(200).json().path("id").asString();

        assertThat(DATABASE.rejected("insert") - rejected).isEqualTo(SEVERAL);
        assertThat(DATABASE.forwarded("insert") - forwarded).isEqualTo(1);
        assertThat(listings.find(id)).get().extracting(Listing::version).isEqualTo(0L);
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE_CONFLICT", "LABELLED", "COMMAND_DEADLOCK"})
    void aRejectedUpdateIsRetriedAndHappensOnce(DatabaseFault fault) {
        Listing listing = listings.save(Listing.of("before"));
        awaitPublished();
        long before = DATABASE.rejected("findAndModify");
        DATABASE.rejectNext("findAndModify", LISTINGS, fault, SEVERAL);

        listing.rename("after");
        listings.save(listing);

        assertThat(DATABASE.rejected("findAndModify") - before).isEqualTo(SEVERAL);
        assertThat(listings.find(listing.id()))
                .get()
                .extracting(Listing::version)
                .isEqualTo(1L);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEADLOCK", "STARTING"})
    void aRequestWhoseWriteIsRejectedRepeatedlyIsAnsweredWith503(DatabaseFault fault) {
        DATABASE.reject("insert", fault);

        ApiResponse response = create("busy");

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.codes()).containsExactly("temporarily-unavailable");
        assertThat(response.header("Retry-After")).isPresent();
        DATABASE.restore();
        create("not busy").expect(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE_CONFLICT", "LABELLED", "BATCH_DEADLOCK"})
    void aRejectedBatchOfInsertsIsRepeatedForEachDocument(DatabaseFault fault) {
        long forwarded = DATABASE.forwarded("insert");
        DATABASE.rejectNext("insert", LISTINGS, fault, 1);

        assertThat(listings.saveAllOnce(List.of(Listing.of("first"), Listing.of("second"))))
                .isEqualTo(2);

        assertThat(DATABASE.forwarded("insert") - forwarded).isEqualTo(2);
    }

    @Test
    void aRepeatedlyRejectedBatchOfInsertsIsATemporaryFailure() {
        DATABASE.reject("insert", DatabaseFault.WRITE_CONFLICT);
        List<Listing> batch = List.of(Listing.of("first"), Listing.of("second"));

        assertThatExceptionOfType(TransientDataAccessResourceException.class)
                .isThrownBy(() -> listings.saveAllOnce(batch));

        DATABASE.restore();
        assertThat(listings.saveAllOnce(batch)).isEqualTo(2);
    }

    /** The batch is stored, but a failover can lose it. */
    @Test
    void anUnconfirmedBatchOfInsertsIsAnOutage() {
        DATABASE.rejectNext("insert", LISTINGS, DatabaseFault.UNCONFIRMED_BATCH, 1);
        List<Listing> batch = List.of(Listing.of("first"), Listing.of("second"));

        assertThatThrownBy(() -> listings.saveAllOnce(batch)).matches(DatabaseOutages::isCauseOf);
    }

    @Test
    void anEmptyBatchWritesNothing() {
        assertThat(listings.insertAll(List.of())).isEmpty();
        replicas.saveAllIfNewer(List.of());
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCUMENT_INVALID", "INTERNAL_ERROR"})
    void aDefiniteFailureIsNotRetried(DatabaseFault fault) {
        DATABASE.rejectNext("insert", LISTINGS, fault, 1);

        assertThat(create("invalid").status()).isEqualTo(500);
    }

    @ParameterizedTest
    @EnumSource(names = {"DUPLICATE_KEY", "DUPLICATE_ID"})
    void aDuplicateKeyIsTheSameOnEveryServer(DatabaseFault fault) {
        Listing listing = listings.save(Listing.of("before"));
        awaitPublished();
        DATABASE.rejectNext("findAndModify", LISTINGS, fault, 1);
        listing.rename("after");

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> listings.save(listing));
    }

    @Test
    void aWriteWithAnUnknownOutcomeIsNotRetried() {
        String title = "unknown " + SignedIn.newId();
        long before = DATABASE.forwarded("insert");
        DATABASE.loseNextAnswer("insert", LISTINGS);

        assertThat(create(title).codes()).containsExactly("temporarily-unavailable");

        assertThat(DATABASE.forwarded("insert") - before).isEqualTo(1);
        long stored = mongo.count(new BasicQuery("{title: '" + title + "'}"), Listing.class);
        assertThat(stored).isEqualTo(1);
    }

    @Test
    void aRejectedAcknowledgementIsRetriedAndTheEventIsPublishedOnce() throws Exception {
        awaitPublished();
        List<TicketCreated> created = channels.all(TicketCreated.class);
        long before = DATABASE.rejected("update");
        DATABASE.rejectNext("update", LISTINGS, DatabaseFault.DEADLOCK, SEVERAL);

        Listing listing = listings.save(Listing.of("acknowledged"));

        awaitPublished();
        assertThat(DATABASE.rejected("update") - before).isEqualTo(SEVERAL);
        await().until(() -> created.stream().anyMatch(event -> event.id().equals(listing.id())));
        assertThat(created).filteredOn(event -> event.id().equals(listing.id())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEADLOCK", "STARTING"})
    void aMessageWhoseWriteIsRejectedRepeatedlyIsRedeliveredAndNotParked(DatabaseFault fault) throws Exception {
        // a rejected acknowledgement would count as a delivery
        awaitPublished();
        String id = SignedIn.newId();
        long before = DATABASE.rejected("update");
        DATABASE.reject("update", fault);

        channels.publish(new TicketUpdated(id, 1, "replicated", BigDecimal.TEN, "seller", null));

        await().until(() -> DATABASE.rejected("update") - before >= THREE_DELIVERIES);
        assertThat(mongo.count(new BasicQuery("{}"), "deadLetters")).isZero();
        DATABASE.restore();
        await().until(() -> replicas.find(id).isPresent());
        assertThat(mongo.count(new BasicQuery("{}"), "deadLetters")).isZero();
    }

    private ApiResponse create(String title) {
        return api.post("/api/listings", Map.of("title", title, "price", 10));
    }

    /** Waits for the events of all tests: their publication needs commands that would meet the next fault. */
    private void awaitPublished() {
        await().until(() -> mongo.count(new BasicQuery("{outboxClaim: {$exists: true}}"), Listing.class) == 0);
    }
}
