package com.ticketing.devservers;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What is costly to make and safe to delete, for every checkout of the suite on this machine. */
public final class CacheFolder {

    private CacheFolder() {}

    /** {@code TICKETING_CACHE} if set, else the folder {@code ticketing} where the user's caches are. */
    public static Path path() {
        return path(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Path path(Map<String, String> environment, Path home) {
        return Optional.ofNullable(environment.get("TICKETING_CACHE"))
                .map(Path::of)
                .orElseGet(() -> Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                        .map(Path::of)
                        .orElseGet(() -> home.resolve(".cache"))
                        .resolve("ticketing"));
    }
}
