package com.ticketing.host.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service in the {@link AppCache}.
 *
 * @param jar the extracted application
 * @param aotCache the JDK's ahead-of-time cache, which may not exist yet
 * @param recording whether the service is run to write the cache
 */
public record CachedApp(Path jar, Path aotCache, boolean recording) {

    private static final Pattern RECORDED = Pattern.compile(".*\\.aot\\.(\\d{1,10})(\\.config)?");

    public boolean isTrained() {
        return Files.isRegularFile(aotCache);
    }

    /** Returns the same service, to be run for training. */
    public CachedApp forRecording() {
        return new CachedApp(jar, aotCache, true);
    }

    /**
     * Makes the cache that a training run has written the service's cache. A service that was killed while it wrote
     * leaves an incomplete file and its configuration, which this method deletes.
     *
     * @return whether there is a complete cache
     */
    public boolean keepRecordedCache() throws IOException {
        Path recorded = recordedCache();
        boolean incomplete = Files.deleteIfExists(recorded.resolveSibling(recorded.getFileName() + ".config"));
        if (incomplete) {
            Files.deleteIfExists(recorded);
        }
        if (!Files.isRegularFile(recorded)) {
            return false;
        }
        Files.move(recorded, aotCache, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** Deletes the recordings of every {@code ./up} whose process has ended. */
    static void deleteAbandonedRecordings(Path entry) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(entry)) {
            for (Path file : files) {
                Matcher recorded = RECORDED.matcher(file.getFileName().toString());
                if (recorded.matches()
                        && ProcessHandle.of(Long.parseLong(recorded.group(1))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException | DirectoryIteratorException prunedMeanwhile) {
            // by another ./up; a later start deletes what is left
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file that a training run of this JVM writes. */
    Path recordedCache() {
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
