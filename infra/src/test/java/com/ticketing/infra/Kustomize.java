package com.ticketing.infra;

import com.ticketing.devservers.GoProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds a folder of manifests as {@code kubectl apply -k} does. Runs kustomize or kubectl from this machine; without
 * either, builds kustomize with Go into the cache folder.
 */
final class Kustomize {

    /** {@code verify} and Renovate read this line. */
    private static final String VERSION = "v5.7.1";

    private static final String MODULE = "sigs.k8s.io/kustomize/kustomize/v5@" + VERSION;
    private static final GoProgram KUSTOMIZE = new GoProgram("kustomize", MODULE);

    private Kustomize() {}

    static String build(Path folder) {
        List<String> line = new ArrayList<>(command());
        line.add(folder.toString());
        return Executables.run(new ProcessBuilder(line), List.of(0));
    }

    /** Builds a folder below {@code infra/k8s} with a component. kustomize only accepts relative paths. */
    static String buildWith(String component, String overlay) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "with-" + component));
            Files.writeString(folder.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: [../../k8s/%s]
                components: [../../k8s/components/%s]
                """.formatted(overlay, component));
            return build(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command() {
        Optional<String> kubectl = Executables.find("kubectl");
        return (kubectl.isPresent()
                        ? Executables.find("kustomize")
                        : KUSTOMIZE.find().map(Path::toString))
                .map(kustomize -> List.of(kustomize, "build"))
                .or(() -> kubectl.map(path -> List.of(path, "kustomize")))
                .orElseThrow(() -> new IllegalStateException(
                        "kustomize was not found. Put kustomize or kubectl on the PATH, or install Go, which builds "
                                + MODULE));
    }
}
