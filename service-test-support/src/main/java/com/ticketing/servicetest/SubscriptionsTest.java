package com.ticketing.servicetest;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Subject;
import com.ticketing.devservers.BrokerMonitor;
import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.testsupport.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pins a service's subscriptions: starts the service with a separate broker and reads the broker's monitoring. */
@ServiceTest
@DirtiesContext
public abstract class SubscriptionsTest {

    @TempDir
    static Path store;

    @SuppressWarnings("NullAway.Init") // set before the context starts, which needs the address
    static NatsStreamingServer broker;

    @Value("${spring.application.name}")
    private String service = "";

    @Value("${nats.channel-prefix}")
    private String prefix = "";

    /** Returns the subjects that the service consumes through its durable queue group. */
    protected abstract Set<Subject> queueGroupSubjects();

    /** Returns the subjects that every process of the service consumes. */
    protected abstract Set<Subject> broadcastSubjects();

    @DynamicPropertySource
    static void startBroker(DynamicPropertyRegistry registry) {
        broker = NatsStreamingServer.start(CacheFolder.path(), store);
        registry.add("nats.url", broker::url);
        registry.add("nats.cluster-id", broker::clusterId);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void subscribesThroughADurableQueueGroupNamedAfterTheService() {
        String group = service + "-service";
        eventually(() -> assertThat(monitor().queueGroups())
                .containsOnlyKeys(queueGroupSubjects().stream()
                        .map(subject -> prefix + subject.channel())
                        .toList())
                .allSatisfy((channel, subscription) -> {
                    assertThat(subscription.path("queue_name").asString()).isEqualTo(group + ":" + group);
                    assertThat(subscription.path("is_durable").asBoolean()).isTrue();
                    assertThat(subscription.path("ack_wait").asInt()).isEqualTo(30);
                }));
    }

    @Test
    void subscribesToBroadcastsWithoutAQueueGroup() {
        eventually(() -> assertThat(monitor().channels().filter(SubscriptionsTest::hasBroadcastSubscription))
                .extracting(channel -> channel.path("name").asString())
                .containsExactlyInAnyOrderElementsOf(broadcastSubjects().stream()
                        .map(subject -> prefix + subject.channel())
                        .toList()));
    }

    @Test
    void subscribesAsTheAsyncApiDescriptionStates() throws IOException {
        JsonNode description = JsonMapper.shared()
                .valueToTree(new Yaml().<Object>load(Files.readString(Path.of("../docs/asyncapi.yaml"))));

        assertThat(description.path("operations").propertyNames().stream()
                        .filter(operation -> operation.startsWith(service + "Consumes")))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                operations("Consumes", queueGroupSubjects()),
                                operations("ConsumesInEveryProcess", broadcastSubjects()))
                        .toList());
    }

    private Stream<String> operations(String verb, Set<Subject> subjects) {
        return subjects.stream().map(subject -> service + verb + subject.type().getSimpleName());
    }

    private static boolean hasBroadcastSubscription(JsonNode channel) {
        return channel.path("subscriptions").valueStream().anyMatch(subscription -> !subscription.has("queue_name"));
    }

    final JsonNode channel(Subject subject) {
        return monitor().channel(prefix + subject.channel());
    }

    private static BrokerMonitor monitor() {
        return new BrokerMonitor(broker);
    }
}
