package com.ticketing.host.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A service in the {@link AppCache}.
 *
 * @param jar the extracted application
 * @param aotCache the JDK's ahead-of-time cache, which may not exist yet
 * @param recording whether the service is run to write the cache
 */
public record CachedApp(Path jar, Path aotCache, boolean recording) {

    public boolean isTrained() {
        return Files.isRegularFile(aotCache);
    }

    /** Returns the same service, to be run for training. */
    public CachedApp forRecording() {
        return new CachedApp(jar, aotCache, true);
    }

    /** Returns the file that a training run of this JVM writes. */
    public Path recordedCache() {
        return aotCache.resolveSibling(
                aotCache.getFileName() + "." + ProcessHandle.current().pid());
    }

    List<String> options() {
        if (recording) {
            return List.of("-XX:AOTCacheOutput=" + recordedCache());
        }
        return isTrained() ? List.of("-XX:AOTCache=" + aotCache) : List.of();
    }
}
