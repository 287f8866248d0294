package com.ticketing.common.sample;

import com.ticketing.common.SampleApplication;
import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The sample service as an application context that tests start and stop. */
public record SampleProcess(ConfigurableApplicationContext context) implements AutoCloseable {

    private static final List<String> DEFAULTS =
            List.of("server.port=0", "management.server.port=0", "jwt.key=" + SignedIn.KEY);

    public static SampleProcess start(String... settings) {
        return new SampleProcess(new SpringApplicationBuilder(SampleApplication.class)
                .run(withDefaults(settings).toArray(String[]::new)));
    }

    /** Returns command-line arguments; a later setting replaces an earlier one of the same name. */
    static Collection<String> withDefaults(String... settings) {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.concat(DEFAULTS.stream(), Stream.of(settings))
                .forEach(setting -> all.put(setting.split("=", 2)[0], "--" + setting));
        return all.values();
    }

    public Listings listings() {
        return context.getBean(Listings.class);
    }

    public Inbox inbox() {
        return context.getBean(Inbox.class);
    }

    public boolean isConnected() {
        return context.getBean(EventPublisher.class).isConnected();
    }

    public Api api() {
        return new Api("http://localhost:" + port("local.server.port"));
    }

    public Api management() {
        return new Api("http://localhost:" + port("local.management.port"));
    }

    private String port(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    @Override
    public void close() {
        context.close();
    }
}
