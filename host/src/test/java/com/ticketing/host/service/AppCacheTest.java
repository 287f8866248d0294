package com.ticketing.host.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.host.settings.Settings;
import com.ticketing.host.settings.UpOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppCacheTest {

    @TempDir
    Path folder;

    private Path cacheFolder;
    private AppCache cache;

    @BeforeEach
    void createCache() throws IOException {
        cacheFolder = Files.createDirectories(folder.resolve("cache"));
        UpOptions options = new UpOptions(0, folder.resolve("data"), 1, "embedded", false, false);
        cache = new AppCache(new Settings(folder, cacheFolder, options, Map.of()), Clock.systemUTC());
    }

    @Test
    void triesAgainToExtractAJarAfterAFailure() throws IOException {
        Path jar = Files.createDirectories(folder.resolve("auth/target")).resolve("auth.jar");
        try (ZipOutputStream notRunnable = new ZipOutputStream(Files.newOutputStream(jar))) {
            notRunnable.putNextEntry(new ZipEntry("empty"));
        }

        assertThatThrownBy(() -> cache.app("auth")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> cache.app("auth")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void deletesTheDataOfAKilledTraining() throws IOException {
        Files.createDirectories(cacheFolder.resolve("apps"));
        Path training = cacheFolder.resolve("training-1");
        Files.createDirectories(training.resolve("mongo"));
        Files.createFile(cacheFolder.resolve("training.log"));

        cache.prune();

        assertThat(training).doesNotExist();
        assertThat(cacheFolder.resolve("training.log")).exists();
    }

    @Test
    void deletesTheIncompleteCachesOfKilledTrainings() throws IOException {
        Path entry = Files.createDirectories(cacheFolder.resolve("apps/auth-1a"));
        Files.createFile(cacheFolder.resolve("apps/auth-1a.lock"));
        Path trained = Files.createFile(entry.resolve("2b.aot"));
        Path running = Files.createFile(
                entry.resolve("2b.aot." + ProcessHandle.current().pid()));
        // no process has this id: it is higher than the system's limit
        Path abandoned = Files.createFile(entry.resolve("2b.aot.4194305"));
        Path configuration = Files.createFile(entry.resolve("2b.aot.4194305.config"));

        cache.prune();

        assertThat(List.of(trained, running)).allMatch(Files::exists);
        assertThat(List.of(abandoned, configuration)).noneMatch(Files::exists);
    }
}
