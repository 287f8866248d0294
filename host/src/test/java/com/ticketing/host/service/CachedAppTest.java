package com.ticketing.host.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedAppTest {

    @TempDir
    Path folder;

    private CachedApp app;

    @BeforeEach
    void createApp() {
        app = new CachedApp(folder.resolve("auth.jar"), folder.resolve("auth.aot"), true);
    }

    @Test
    void aCompleteCacheIsKept() throws IOException {
        Files.writeString(app.recordedCache(), "classes");

        assertThat(app.keepRecordedCache()).isTrue();
        assertThat(app.aotCache()).hasContent("classes");
        assertThat(app.recordedCache()).doesNotExist();
    }

    @Test
    void theCacheOfAServiceThatWasKilledWhileItWroteIsDeleted() throws IOException {
        Files.createFile(app.recordedCache());
        Files.writeString(folder.resolve(app.recordedCache().getFileName() + ".config"), "recording");

        assertThat(app.keepRecordedCache()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aServiceThatRecordedNothingHasNoCache() throws IOException {
        assertThat(app.keepRecordedCache()).isFalse();
        assertThat(app.isTrained()).isFalse();
    }
}
