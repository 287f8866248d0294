package com.ticketing.common.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.sample.Channels;
import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.NatsStreamingServer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By default the server removes the oldest of more than a million messages; the suite's configuration keeps all. */
class LongChannelIT {

    private static final int MORE_THAN_THE_DEFAULT = 1_000_100;
    private static final int CHUNK = 100_010;

    @TempDir
    Path store;

    @Test
    void aNewGroupReceivesTheFirstOfMoreThanAMillionMessages() throws Exception {
        try (NatsStreamingServer broker = NatsStreamingServer.start(CacheFolder.path(), store);
                Channels channels = Channels.open(broker.url(), broker.clusterId(), "")) {
            byte[] message = "{}".getBytes(UTF_8);
            for (int published = 0; published < MORE_THAN_THE_DEFAULT; published += CHUNK) {
                channels.publishPipelined("long", Stream.generate(() -> message).limit(CHUNK));
            }
            assertThat(new MonitoredChannel(broker.monitorUrl(), "long").lastSequence())
                    .isEqualTo(MORE_THAN_THE_DEFAULT);
            assertThat(channels.firstGivenToANewGroup("long", "a-new-service")).isEqualTo(1);
        }
    }
}
