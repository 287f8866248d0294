package com.ticketing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.testsupport.servers.CacheFolder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds a folder of manifests as {@code kubectl apply -k} does: by kustomize, or the one inside kubectl, or one that is
 * built with Go into the cache folder.
 */
final class Kustomize {

    /** Read by .ci/run too. */
    private static final String VERSION = "v5.7.1";

    private static final String MODULE = "sigs.k8s.io/kustomize/kustomize/v5@" + VERSION;
    private static final Path BIN = CacheFolder.path().resolve("bin");

    private Kustomize() {}

    static String build(Path folder) {
        List<String> line = new ArrayList<>(command());
        line.add(folder.toString());
        return run(new ProcessBuilder(line));
    }

    private static synchronized List<String> command() {
        return find("kustomize")
                .or(() -> find("kubectl").isPresent()
                        ? Optional.empty()
                        : find("go").map(Kustomize::install))
                .map(kustomize -> List.of(kustomize, "build"))
                .or(() -> find("kubectl").map(kubectl -> List.of(kubectl, "kustomize")))
                .orElseThrow(() -> new IllegalStateException(
                        "No kustomize: put it or kubectl on the PATH, or install Go (then " + MODULE + " is built)"));
    }

    private static String install(String go) {
        ProcessBuilder install = new ProcessBuilder(go, "install", MODULE);
        install.environment().put("GOBIN", BIN.toAbsolutePath().toString());
        run(install);
        return BIN.resolve("kustomize").toString();
    }

    private static String run(ProcessBuilder builder) {
        try {
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", builder.command()) + " failed");
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> find(String program) {
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        Stream<String> others = Stream.of(BIN.toString(), System.getProperty("user.home") + "/go/bin");
        return Stream.concat(path, others)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
