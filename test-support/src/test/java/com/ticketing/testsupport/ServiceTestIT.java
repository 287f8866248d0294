package com.ticketing.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.nats.streaming.Options;
import io.nats.streaming.StreamingConnection;
import io.nats.streaming.StreamingConnectionFactory;
import org.bson.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.core.env.Environment;

class ServiceTestIT {

    @Nested
    @ServiceTest
    class Context {

        @Autowired
        Environment environment;

        @Test
        void hasAMongoDbAndABrokerThatRespond() throws Exception {
            StreamingConnection nats = new StreamingConnectionFactory(new Options.Builder()
                            .natsUrl(get("nats.url"))
                            .clusterId(get("nats.cluster-id"))
                            .clientId(SignedIn.newId())
                            .build())
                    .createConnection();
            try (MongoClient client = MongoClients.create(get("spring.mongodb.uri"))) {
                nats.publish(get("nats.channel-prefix") + "ticket:created", "{}".getBytes(UTF_8));
                assertThat(client.getDatabase("admin").runCommand(new Document("ping", 1)))
                        .containsKey("ok");
            } finally {
                nats.close();
            }
        }

        @Test
        void hasTheTestKeyAndAFreeManagementPort() {
            assertThat(get("jwt.key")).isEqualTo(SignedIn.KEY);
            assertThat(get("management.server.port")).isEqualTo("0");
        }

        String get(String property) {
            return environment.getRequiredProperty(property);
        }
    }

    @Nested
    @ServiceTest(properties = "jwt.key=chosen by the test")
    class ContextWithProperties {

        @Autowired
        Environment environment;

        @Test
        void overridesADefaultProperty() {
            assertThat(environment.getProperty("jwt.key")).isEqualTo("chosen by the test");
        }

        @Test
        void hasItsOwnDatabase() {
            assertThat(environment.getRequiredProperty("spring.mongodb.uri"))
                    .contains("/test_")
                    .isNotEqualTo(TestServers.newMongoUri());
        }
    }

    @SpringBootConfiguration
    static class EmptyService {}
}
