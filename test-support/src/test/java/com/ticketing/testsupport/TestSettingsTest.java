package com.ticketing.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ticketing.testsupport.TestSettings.Engine;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestSettingsTest {

    @Test
    void selectsEmbeddedServersByDefault() {
        assertThat(settings(Map.of()).engine()).isEqualTo(Engine.EMBEDDED);
        assertThat(settings(Map.of("TEST_SERVERS", "")).engine()).isEqualTo(Engine.EMBEDDED);
        assertThat(settings(Map.of("TEST_SERVERS", "containers")).engine()).isEqualTo(Engine.CONTAINERS);
    }

    @Test
    void rejectsAnUnknownValue() {
        TestSettings settings = settings(Map.of("TEST_SERVERS", "docker"));

        assertThatIllegalStateException()
                .isThrownBy(() -> TestMongo.start(settings))
                .withMessageContaining("docker");
        assertThatIllegalStateException()
                .isThrownBy(() -> TestBroker.start(settings))
                .withMessageContaining("docker");
    }

    @Test
    void prefersRunningServers() {
        TestSettings settings = settings(Map.of(
                "TEST_SERVERS", "containers",
                "TEST_MONGODB_URI", "mongodb://mongo.example",
                "TEST_NATS_URL", "nats://nats.example:4222",
                "TEST_NATS_CLUSTER_ID", "staging"));

        try (TestMongo mongo = TestMongo.start(settings);
                TestBroker broker = TestBroker.start(settings)) {
            assertThat(mongo.uri("orders")).isEqualTo("mongodb://mongo.example/orders");
            assertThat(broker.url()).isEqualTo("nats://nats.example:4222");
            assertThat(broker.clusterId()).isEqualTo("staging");
        }
    }

    private static TestSettings settings(Map<String, String> values) {
        return new TestSettings(values::get);
    }
}
