package com.ticketing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds a folder of manifests as {@code kubectl apply -k} does: by kustomize, or the one inside kubectl, or one that is
 * built with Go into the cache folder.
 */
final class Kustomize {

    /** Read by .ci/run too. */
    private static final String VERSION = "v5.7.1";

    private static final String MODULE = "sigs.k8s.io/kustomize/kustomize/v5@" + VERSION;

    private Kustomize() {}

    static String build(Path folder) {
        List<String> line = new ArrayList<>(command());
        line.add(folder.toString());
        return run(new ProcessBuilder(line));
    }

    private static synchronized List<String> command() {
        return Programs.find("kustomize")
                .or(() -> Programs.find("kubectl").isPresent()
                        ? Optional.empty()
                        : Programs.find("go").map(Kustomize::install))
                .map(kustomize -> List.of(kustomize, "build"))
                .or(() -> Programs.find("kubectl").map(kubectl -> List.of(kubectl, "kustomize")))
                .orElseThrow(() -> new IllegalStateException(
                        "No kustomize: put it or kubectl on the PATH, or install Go (then " + MODULE + " is built)"));
    }

    private static String install(String go) {
        ProcessBuilder install = new ProcessBuilder(go, "install", MODULE);
        install.environment().put("GOBIN", Programs.BUILT.toAbsolutePath().toString());
        run(install);
        return Programs.BUILT.resolve("kustomize").toString();
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
