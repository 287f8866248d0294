package com.ticketing.devservers;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The folder for files that are expensive to make and safe to delete, shared by all checkouts on this machine. */
public final class CacheFolder {

    private CacheFolder() {}

    /** Returns {@code TICKETING_CACHE} if it is set, otherwise {@code ticketing} in the user's cache folder. */
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
