package com.ticketing.devservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NatsStreamingBinaryTest {

    @TempDir
    Path folder;

    @Test
    void prefersTheBinaryOnThePath() throws IOException {
        Path onPath = script("path/nats-streaming-server", "exit 0");
        script("cache/bin/nats-streaming-server", "exit 0");

        assertThat(find("path")).isEqualTo(onPath);
    }

    @Test
    void prefersTheCachedBinaryToTheOneOfGo() throws IOException {
        Path cached = script("cache/bin/nats-streaming-server", "exit 0");
        script("home/go/bin/nats-streaming-server", "exit 0");

        assertThat(find("path")).isEqualTo(cached);
    }

    @Test
    void findsTheBinaryThatGoHasInstalled() throws IOException {
        Path installed = script("home/go/bin/nats-streaming-server", "exit 0");

        assertThat(find("path")).isEqualTo(installed);
    }

    @Test
    void buildsThePinnedVersionIntoTheCache() throws IOException {
        script(
                "path/go",
                "echo \"$@\"; touch \"$GOBIN/nats-streaming-server\"; chmod +x \"$GOBIN/nats-streaming-server\"");

        assertThat(find("path")).isEqualTo(folder.resolve("cache/bin/nats-streaming-server"));
        assertThat(folder.resolve("cache/nats-streaming-server-build")).isEmptyDirectory();
        assertThat(folder.resolve("cache/nats-streaming-server-build.log"))
                .hasContent("install github.com/nats-io/nats-streaming-server@v0.25.6");
    }

    @Test
    void aFailedBuildNamesItsLog() throws IOException {
        script("path/go", "exit 1");

        assertThatIllegalStateException()
                .isThrownBy(() -> find("path"))
                .withMessageContaining("nats-streaming-server-build.log");
    }

    @Test
    void aMissingBrokerNamesEveryRemedy() {
        assertThatIllegalStateException()
                .isThrownBy(() -> find("nowhere"))
                .withMessageContainingAll("NATS_URL", "PATH", "Docker", "Go");
    }

    private Path find(String path) {
        Map<String, String> environment = Map.of(
                "PATH",
                folder.resolve(path).toString(),
                "HOME",
                folder.resolve("home").toString());
        return new NatsStreamingBinary(folder.resolve("cache"), environment).find();
    }

    private Path script(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
