package com.ticketing.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.ticketing.testsupport.servers.StreamingClient;
import org.bson.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.core.env.Environment;

class ServiceTestIT {

    @Nested
    @ServiceTest
    class AContext {

        @Autowired
        Environment environment;

        @Test
        void hasServersThatAnswer() throws Exception {
            try (MongoClient client = MongoClients.create(get("spring.mongodb.uri"));
                    StreamingClient nats =
                            StreamingClient.connect(get("nats.url"), get("nats.cluster-id"), SignedIn.newId())) {
                nats.publish(get("nats.channel-prefix") + "ticket:created", "{}");
                assertThat(client.getDatabase("admin").runCommand(new Document("ping", 1)))
                        .containsKey("ok");
            }
        }

        @Test
        void hasAKeyAndAFreeManagementPort() {
            assertThat(get("jwt.key")).isEqualTo(SignedIn.KEY);
            assertThat(get("management.server.port")).isEqualTo("0");
        }

        String get(String property) {
            return environment.getRequiredProperty(property);
        }
    }

    @Nested
    @ServiceTest(properties = "jwt.key=chosen by the test")
    class AnotherContext {

        @Autowired
        Environment environment;

        @Test
        void mayOverrideWhatItIsGiven() {
            assertThat(environment.getProperty("jwt.key")).isEqualTo("chosen by the test");
        }

        @Test
        void hasADatabaseOfItsOwn() {
            assertThat(environment.getRequiredProperty("spring.mongodb.uri"))
                    .contains("/test_")
                    .isNotEqualTo(TestServers.newMongoUri());
        }
    }

    @SpringBootConfiguration
    static class EmptyService {}
}
