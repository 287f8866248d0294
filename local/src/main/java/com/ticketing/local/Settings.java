package com.ticketing.local;

import com.ticketing.testsupport.servers.CacheFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What a suite is started with. */
record Settings(Path home, Path cache, Options options, Map<String, String> environment) {

    static Settings of(Path home, Options options) {
        return new Settings(home, CacheFolder.path().toAbsolutePath(), options, System.getenv());
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** This module's own jar, for the parts that it brings itself. */
    Path ownJar() {
        return home.resolve("local/target/local.jar");
    }
}
