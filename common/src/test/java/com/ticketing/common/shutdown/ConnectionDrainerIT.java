package com.ticketing.common.shutdown;

import static com.ticketing.testsupport.Eventually.PATIENCE;
import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.sample.SampleProcess;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.TestServers;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionDrainerIT {

    @Test
    void keepsRespondingAndClosesConnectionsWithTheResponse() throws Exception {
        SampleProcess process = SampleProcess.start(
                "spring.mongodb.uri=" + TestServers.newMongoUri(),
                "nats.url=" + TestServers.natsUrl(),
                "nats.cluster-id=" + TestServers.clusterId(),
                "nats.channel-prefix=" + TestServers.newChannelPrefix(),
                "shutdown.drain=PT15S");
        Api api = process.api();
        assertThat(anyAnswer(api).header("Connection")).isEmpty();

        Thread closing = Thread.ofVirtual().start(process::close);
        Optional<String> connection = await().until(() -> anyAnswer(api).header("Connection"), Optional::isPresent);
        assertThat(connection).hasValue("close");
        assertThat(closing.join(PATIENCE)).isTrue();
    }

    private static ApiResponse anyAnswer(Api api) {
        return api.get("/no/such/route").expect(404);
    }
}
