package com.ticketing.testsupport;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Settings of the tests. A system property takes precedence over the environment variable of the same name. */
record TestSettings(Function<String, @Nullable String> lookup) {

    static TestSettings ofThisJvm() {
        return new TestSettings(name -> System.getProperty(name, System.getenv(name)));
    }

    /** Returns the setting; empty if it is unset or blank, because a CI script may pass an unset variable as blank. */
    Optional<String> get(String name) {
        return Optional.ofNullable(lookup.apply(name)).filter(value -> !value.isBlank());
    }

    Engine engine() {
        String name = get("TEST_SERVERS").orElse("embedded");
        return switch (name) {
            case "embedded" -> Engine.EMBEDDED;
            case "containers" -> Engine.CONTAINERS;
            default ->
                throw new IllegalStateException(
                        "TEST_SERVERS must be 'embedded' or 'containers', but is '" + name + "'");
        };
    }

    enum Engine {
        EMBEDDED,
        CONTAINERS
    }
}
