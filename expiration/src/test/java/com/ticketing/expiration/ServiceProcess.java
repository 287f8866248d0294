package com.ticketing.expiration;

import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.TestServers;
import java.time.Clock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts one of several processes of the service, with the clock of the test. */
public final class ServiceProcess {

    private ServiceProcess() {}

    public static ConfigurableApplicationContext start(String mongoUri, String channelPrefix, Clock clock) {
        return new SpringApplicationBuilder(ExpirationApplication.class)
                .initializers(context -> ((GenericApplicationContext) context).registerBean(Clock.class, () -> clock))
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--jwt.key=" + SignedIn.KEY,
                        "--spring.mongodb.uri=" + mongoUri,
                        "--nats.url=" + TestServers.natsUrl(),
                        "--nats.cluster-id=" + TestServers.clusterId(),
                        "--nats.channel-prefix=" + channelPrefix);
    }
}
