package com.ticketing.host.settings;

import com.ticketing.devservers.CacheFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The options, environment and folders of a suite.
 *
 * @param home the checkout
 * @param cache the folder for files that are expensive to make and safe to delete
 * @param environment the variables that are set; a blank one counts as unset
 */
public record Settings(Path home, Path cache, UpOptions options, Map<String, String> environment) {

    public Settings {
        environment = environment.entrySet().stream()
                .filter(variable -> !variable.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public static Settings of(Path home, UpOptions options) {
        return new Settings(home, CacheFolder.path().toAbsolutePath(), options, System.getenv());
    }

    /** Returns the environment variable; empty if it is unset or blank. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    public Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Returns the host's own jar, whose class path also holds the embedded MongoDB and the Stripe stand-in. */
    public Path hostJar() {
        return home.resolve("host/target/host.jar");
    }
}
