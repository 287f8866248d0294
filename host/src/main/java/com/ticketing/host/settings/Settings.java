package com.ticketing.host.settings;

import com.ticketing.devservers.CacheFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What a suite is started with. */
public record Settings(Path home, Path cache, Options options, Map<String, String> environment) {

    public static Settings of(Path home, Options options) {
        return new Settings(home, CacheFolder.path().toAbsolutePath(), options, System.getenv());
    }

    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    public Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** This module's own jar, for the parts that it brings itself. */
    public Path ownJar() {
        return home.resolve("host/target/host.jar");
    }
}
