package com.ticketing.host.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void keepsASecretAcrossRunsReadableByItsOwnerOnly() throws IOException {
        String created;
        try (DataFolder data = DataFolder.open(folder.resolve("new"))) {
            created = data.secret("jwt-key");
            assertThat(created).hasSizeGreaterThanOrEqualTo(32);
        }
        try (DataFolder again = DataFolder.open(folder.resolve("new"))) {
            assertThat(again.secret("jwt-key")).isEqualTo(created);
            assertThat(Files.getPosixFilePermissions(again.resolve("jwt-key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void replacesTheEmptySecretOfAnInterruptedStart() throws IOException {
        Files.createFile(folder.resolve("jwt-key"));

        try (DataFolder data = DataFolder.open(folder)) {
            assertThat(data.secret("jwt-key")).hasSizeGreaterThanOrEqualTo(32);
        }
    }

    @Test
    void deletesRunningFileAndTemporaryFilesOnClose() throws IOException {
        try (DataFolder data = DataFolder.open(folder)) {
            data.replace(data.runningFile(), "{}");
            data.replace(data.runningFile(), "{\"pid\":1}");
            assertThat(data.runningFile()).hasContent("{\"pid\":1}");
            Files.writeString(data.temporary().resolve("left.tmp"), "x");
        }

        assertThat(folder.resolve("running.json")).doesNotExist();
        assertThat(folder.resolve("tmp")).doesNotExist();
    }
}
