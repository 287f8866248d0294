package com.ticketing.host.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.host.observability.Tool.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolTest {

    @TempDir
    Path folder;

    @Test
    void prefersTheProgramOnThePath() throws IOException {
        Path prometheus = install("prometheus");

        assertThat(Tool.find(path(), image -> true))
                .containsEntry(Tool.PROMETHEUS, new Source.Installed(prometheus))
                .containsEntry(Tool.JAEGER, new Source.Image("jaegertracing/all-in-one:1.76.0"));
    }

    @Test
    void ignoresAFileThatIsNotExecutable() throws IOException {
        Files.createFile(folder.resolve("prometheus"));

        assertThat(Tool.find(path(), image -> false)).isEmpty();
    }

    @Test
    void findsNothingWithoutAPathAndImages() {
        assertThat(Tool.find(Map.of(), image -> false)).isEmpty();
    }

    @Test
    void doesNotStartGrafanaWithoutPrometheus() throws IOException {
        install("grafana");
        assertThat(Tool.find(path(), image -> false)).isEmpty();

        install("prometheus");
        assertThat(Tool.find(path(), image -> false)).containsOnlyKeys(Tool.PROMETHEUS, Tool.GRAFANA);
    }

    @Test
    void doesNotStartJaegerIfTracesAreSentElsewhere() {
        assertThat(Tool.find(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318"), image -> true))
                .containsOnlyKeys(Tool.PROMETHEUS, Tool.GRAFANA);
    }

    @Test
    void explainsHowToInstallAMissingProgram() {
        assertThat(Tool.PROMETHEUS.missing())
                .isEqualTo("not available: put prometheus on the PATH, or run: docker pull prom/prometheus:v3.5.0");
    }

    @Test
    void findsTheFilesOfGrafana() throws IOException {
        Path share = folder.resolve("share/grafana");
        Files.createDirectories(share.resolve("conf"));
        Files.createFile(share.resolve("conf/defaults.ini"));

        assertThat(Tool.GRAFANA.installedArguments(folder.resolve("bin/grafana")))
                .containsExactly("server", "--homepath", share.toString());
    }

    private Path install(String program) throws IOException {
        return Files.createFile(
                folder.resolve(program),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    private Map<String, String> path() {
        return Map.of("PATH", "/nowhere:" + folder);
    }
}
