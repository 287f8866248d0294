package com.ticketing.tickets;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.EventJson;
import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.TestServers;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One of several processes of the service, on a shared database and broker. */
public final class ServiceProcess implements AutoCloseable {

    /** The settings that all processes of a service have in common. */
    public record Shared(String mongo, String natsUrl, String clusterId, String prefix) {

        public static Shared create() {
            return new Shared(
                    TestServers.newMongoUri(),
                    TestServers.natsUrl(),
                    TestServers.clusterId(),
                    TestServers.newChannelPrefix());
        }

        /** Returns settings for a broker of one test. */
        public static Shared on(NatsStreamingServer broker) {
            return new Shared(TestServers.newMongoUri(), broker.url(), broker.clusterId(), "");
        }
    }

    private final ConfigurableApplicationContext context;

    private ServiceProcess(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static ServiceProcess start(Shared shared, String... settings) {
        Stream<String> common = Stream.of(
                "--server.port=0",
                "--management.server.port=0",
                "--springdoc.api-docs.enabled=false",
                "--jwt.key=" + SignedIn.KEY,
                "--tickets.delivery.key=a key for deliveries of this test only",
                "--nats.url=" + shared.natsUrl(),
                "--nats.cluster-id=" + shared.clusterId(),
                "--nats.channel-prefix=" + shared.prefix(),
                "--spring.mongodb.uri=" + shared.mongo());
        return new ServiceProcess(new SpringApplicationBuilder(TicketsApplication.class)
                .run(Stream.concat(common, Stream.of(settings)).toArray(String[]::new)));
    }

    public String url() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    public Api api() {
        return new Api(url());
    }

    /** Publishes the event of another service. */
    public void publish(Event event) {
        context.getBean(EventPublisher.class)
                .publish(event.subject(), EventJson.write(event, null))
                .join();
    }

    @Override
    public void close() {
        context.close();
    }
}
