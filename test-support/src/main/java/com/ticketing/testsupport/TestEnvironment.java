package com.ticketing.testsupport;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Sets the properties that a service needs to start. Each context has its own database and channels. */
final class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        addTo(environment.getPropertySources());
        ((GenericApplicationContext) context)
                .registerBean(
                        Api.class,
                        () -> new Api("http://localhost:" + environment.getProperty("local.server.port")),
                        // The port is known only after the server has started.
                        definition -> definition.setLazyInit(true));
    }

    /** These properties take precedence over environment variables, but not over those of a test. */
    private static void addTo(MutablePropertySources sources) {
        MapPropertySource source = new MapPropertySource(
                "ticketing test servers",
                Map.of(
                        "spring.mongodb.uri",
                        TestServers.newMongoUri(),
                        "nats.url",
                        TestServers.natsUrl(),
                        "nats.cluster-id",
                        TestServers.clusterId(),
                        "nats.channel-prefix",
                        TestServers.newChannelPrefix(),
                        "jwt.key",
                        SignedIn.KEY,
                        "tickets.delivery.key",
                        "a key for deliveries of this test only",
                        "orders.pass.keys",
                        "a key for passes of this test only",
                        "management.server.port",
                        "0",
                        "springdoc.api-docs.enabled",
                        "false"));
        String own = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
        if (sources.contains(own)) {
            sources.addAfter(own, source);
        } else {
            sources.addFirst(source);
        }
    }
}
