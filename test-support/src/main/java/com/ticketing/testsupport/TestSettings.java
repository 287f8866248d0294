package com.ticketing.testsupport;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which servers the tests run against: a system property, or else an environment variable of the same name. */
record TestSettings(Function<String, @Nullable String> lookup) {

    static TestSettings ofThisJvm() {
        return new TestSettings(name -> System.getProperty(name, System.getenv(name)));
    }

    /** An empty value counts as none: a CI script that passes an unset variable on must not get a broken address. */
    Optional<String> get(String name) {
        return Optional.ofNullable(lookup.apply(name)).filter(value -> !value.isBlank());
    }

    Engine engine() {
        String name = get("TEST_SERVERS").orElse("embedded");
        return switch (name) {
            case "embedded" -> Engine.EMBEDDED;
            case "containers" -> Engine.CONTAINERS;
            default ->
                throw new IllegalStateException("TEST_SERVERS is 'embedded' or 'containers', and not '" + name + "'");
        };
    }

    enum Engine {
        EMBEDDED,
        CONTAINERS
    }
}
