package com.ticketing.common.sessions;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.UserSessionEnded;
import com.ticketing.common.sample.Channels;
import com.ticketing.common.sample.SampleProcess;
import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.TestServers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndedSessionsIT {

    private final String database = TestServers.newMongoUri();
    private final String alice = SignedIn.newId();
    private final String phone = SignedIn.newId();
    private final String laptop = SignedIn.newId();

    @Test
    void anEndedSessionIsDeniedInEveryProcessAlsoInOneThatStartsLater(@TempDir Path store) throws Exception {
        try (NatsStreamingServer broker = NatsStreamingServer.start(CacheFolder.path(), store);
                SampleProcess one = start(broker);
                SampleProcess other = start(broker);
                Channels channels = Channels.open(broker.url(), broker.clusterId(), "")) {
            await().until(() -> one.isConnected() && other.isConnected());
            assertThat(list(one, phone)).isEqualTo(200);

            channels.publish(new UserSessionEnded(alice, phone, Instant.now()));

            await().untilAsserted(() -> assertThat(list(one, phone)).isEqualTo(401));
            await().untilAsserted(() -> assertThat(list(other, phone)).isEqualTo(401));
            assertThat(list(one, laptop)).isEqualTo(200);
            try (SampleProcess late = start(broker)) {
                await().untilAsserted(() -> assertThat(list(late, phone)).isEqualTo(401));
                assertThat(list(late, laptop)).isEqualTo(200);
            }
        }
    }

    private int list(SampleProcess process, String session) {
        return process.api()
                .as(SignedIn.inSession(session, alice, "alice@example.com"))
                .post("/api/listings", Map.of("title", "Concert", "price", 20))
                .status();
    }

    private SampleProcess start(NatsStreamingServer broker) {
        return SampleProcess.start(
                "spring.application.name=sample",
                "spring.mongodb.uri=" + database,
                "nats.url=" + broker.url(),
                "nats.cluster-id=" + broker.clusterId());
    }
}
