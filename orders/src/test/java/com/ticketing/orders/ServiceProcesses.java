package com.ticketing.orders;

import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts several processes of the service on one database, with the clock of the test. */
public final class ServiceProcesses {

    private final String mongoUri = TestServers.newMongoUri();
    private final String channelPrefix = TestServers.newChannelPrefix();
    private final Clock clock;

    public ServiceProcesses(Clock clock) {
        this.clock = clock;
    }

    public ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(OrdersApplication.class)
                .initializers(context -> ((GenericApplicationContext) context).registerBean(Clock.class, () -> clock))
                .run(Stream.concat(sharedSettings(), Stream.of(settings)).toArray(String[]::new));
    }

    /** Starts a process in a JVM of its own, which dies after a write. Its clock is the system's. */
    public CrashingService startCrashing(String textOfWrite, Path folder, String... settings) throws IOException {
        return CrashingService.start(textOfWrite, folder, Stream.concat(sharedSettings(), Stream.of(settings)));
    }

    private Stream<String> sharedSettings() {
        return Stream.of(
                "--server.port=0",
                "--management.server.port=0",
                "--springdoc.api-docs.enabled=false",
                "--jwt.key=" + SignedIn.KEY,
                "--jwt.access-life=P2D",
                "--orders.pass.keys=a key for passes of this test only",
                "--spring.mongodb.uri=" + mongoUri,
                "--nats.url=" + TestServers.natsUrl(),
                "--nats.cluster-id=" + TestServers.clusterId(),
                "--nats.channel-prefix=" + channelPrefix);
    }
}
