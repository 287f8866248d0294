package com.ticketing.common.outbox;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.sample.Channels;
import com.ticketing.common.sample.Listing;
import com.ticketing.common.sample.Listings;
import com.ticketing.common.sample.SampleProcess;
import com.ticketing.testsupport.TestServers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.BasicQuery;

/**
 * Writes to an aggregate whose claim lingers. The sweep interval is an hour, so the sweep publishes nothing: an event
 * that is published was published because the write met the claim.
 */
class LingeringAcknowledgementsIT {

    private final String prefix = TestServers.newChannelPrefix();
    private final String uri = TestServers.newMongoUri();

    @Test
    void releasesTheClaimsSoonIfAWriteOfTheSameProcessMeetsOne() throws Exception {
        try (SampleProcess process = start("PT1H");
                Channels channels = open()) {
            await().until(process::isConnected);
            List<TicketUpdated> updated = channels.all(TicketUpdated.class);

            Listing listing = process.listings().save(Listing.of("Concert"));
            listing.rename("Opera");
            process.listings().save(listing);

            await().untilAsserted(() -> assertThat(updated).hasSize(1));
        }
    }

    @Test
    void publishesAfterTheReleaseWhatAnotherProcessWroteToAClaimedAggregate() throws Exception {
        try (SampleProcess claiming = start("PT10S");
                SampleProcess writing = start("PT10S");
                Channels channels = open()) {
            await().until(() -> claiming.isConnected() && writing.isConnected());
            List<TicketUpdated> updated = channels.all(TicketUpdated.class);

            Listing listing = claiming.listings().save(Listing.of("Concert"));
            Listings elsewhere = writing.listings();
            Listing loaded = elsewhere.find(listing.id()).orElseThrow();
            loaded.rename("Opera");
            elsewhere.save(loaded);

            await().untilAsserted(() -> assertThat(updated).hasSize(1));
        }
    }

    @Test
    void releasesAllClaimsAtShutdown() throws Exception {
        try (SampleProcess process = start("PT1H")) {
            await().until(process::isConnected);
            process.listings().save(Listing.of("Concert"));
        }

        try (SampleProcess next = start("PT1H")) {
            MongoOperations mongo = next.context().getBean(MongoOperations.class);
            assertThat(mongo.count(new BasicQuery("{outbox: {$size: 0}, outboxClaim: {$exists: false}}"), "listings"))
                    .isOne();
        }
    }

    private Channels open() throws Exception {
        return Channels.open(TestServers.natsUrl(), TestServers.clusterId(), prefix);
    }

    private SampleProcess start(String linger) {
        return SampleProcess.start(
                "spring.mongodb.uri=" + uri,
                "nats.url=" + TestServers.natsUrl(),
                "nats.cluster-id=" + TestServers.clusterId(),
                "nats.channel-prefix=" + prefix,
                "outbox.sweep-interval=PT1H",
                "outbox.linger=" + linger);
    }
}
