package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.mongodb.ConnectionString;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.persistence.AggregateStore;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.TestServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** Uses a database without the unique indexes, which make two active orders impossible. */
class OversoldTicketsIT {

    private final SimpleMongoClientDatabaseFactory database =
            new SimpleMongoClientDatabaseFactory(new ConnectionString(TestServers.newMongoUri()).toString());
    private final MongoTemplate mongo = new MongoTemplate(database);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OversoldTickets oversold = new OversoldTickets(new Orders(store()), Clock.systemUTC());

    @AfterEach
    void close() throws Exception {
        database.destroy();
    }

    @Test
    void isUnknownBeforeTheFirstCheckAndZeroWithoutAViolation() {
        oversold.bindTo(meters);
        assertThat(gauge()).isNaN();
        IntStream.range(0, 1_500).forEach(number -> insert(TimeOrderedIds.next(), SignedIn.newId()));

        oversold.check();

        assertThat(gauge()).isZero();
    }

    @Test
    void findsAPlantedSecondOrderOfATicketThatWasSoldBefore() {
        oversold.bindTo(meters);
        String ticket = SignedIn.newId();
        String old = TimeOrderedIds.lowest(Clock.systemUTC().instant().minus(Duration.ofDays(30)));
        insert(old, ticket);
        oversold.check();
        assertThat(gauge()).isZero();

        insert(TimeOrderedIds.next(), ticket);
        oversold.check();

        assertThat(gauge()).isEqualTo(1);
    }

    private void insert(String id, String ticket) {
        mongo.getCollection("orders")
                .insertOne(new Document("_id", id).append("ticketId", ticket).append("occupancy", "active"));
    }

    private double gauge() {
        return meters.get("orders.oversold").gauge().value();
    }

    private AggregateStore store() {
        AggregateStore store = mock(AggregateStore.class);
        when(store.mongo()).thenReturn(mongo);
        return store;
    }
}
