package com.ticketing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds a folder of manifests as {@code kubectl apply -k} does. Runs kustomize or kubectl from this machine; without
 * either, builds kustomize with Go into the cache folder.
 */
final class Kustomize {

    /** {@code .ci/run} and Renovate read this line. */
    private static final String VERSION = "v5.7.1";

    private static final String MODULE = "sigs.k8s.io/kustomize/kustomize/v5@" + VERSION;

    private Kustomize() {}

    static String build(Path folder) {
        List<String> line = new ArrayList<>(command());
        line.add(folder.toString());
        return run(new ProcessBuilder(line));
    }

    private static synchronized List<String> command() {
        return Executables.find("kustomize")
                .or(() -> Executables.find("kubectl").isPresent()
                        ? Optional.empty()
                        : Executables.find("go").map(Kustomize::install))
                .map(kustomize -> List.of(kustomize, "build"))
                .or(() -> Executables.find("kubectl").map(kubectl -> List.of(kubectl, "kustomize")))
                .orElseThrow(() -> new IllegalStateException(
                        "kustomize was not found. Put kustomize or kubectl on the PATH, or install Go, which builds "
                                + MODULE));
    }

    private static String install(String go) {
        ProcessBuilder install = new ProcessBuilder(go, "install", MODULE);
        install.environment().put("GOBIN", Executables.BUILT.toAbsolutePath().toString());
        run(install);
        return Executables.BUILT.resolve("kustomize").toString();
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
}
