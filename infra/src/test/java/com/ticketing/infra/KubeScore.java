package com.ticketing.infra;

import com.ticketing.devservers.GoProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scores manifests with kube-score. Without kube-score on this machine, builds it with Go into the cache folder. */
final class KubeScore {

    /** {@code verify} and Renovate read this line. */
    private static final String VERSION = "v1.20.0";

    private static final String MODULE = "github.com/zegl/kube-score/cmd/kube-score@" + VERSION;
    private static final GoProgram PROGRAM = new GoProgram("kube-score", MODULE);

    /** The grade of a check that found nothing. */
    private static final int ALL_OK = 10;

    private KubeScore() {}

    /**
     * What a check has found in an object.
     *
     * @param object the kind and the name, such as {@code Deployment/orders}
     */
    record Finding(String check, String object) implements Comparable<Finding> {
        @Override
        public int compareTo(Finding other) {
            return toString().compareTo(other.toString());
        }
    }

    static Set<Finding> findings(String yaml) {
        Set<Finding> findings = new TreeSet<>();
        for (JsonNode object : JsonMapper.shared().readTree(score(yaml))) {
            String name = object.path("type_meta").path("kind").asString() + "/"
                    + object.path("object_meta").path("name").asString();
            for (JsonNode check : object.path("checks")) {
                if (!check.path("skipped").asBoolean() && check.path("grade").asInt() < ALL_OK) {
                    findings.add(new Finding(check.path("check").path("id").asString(), name));
                }
            }
        }
        return findings;
    }

    /** The status is 1 if there is a critical finding. */
    private static String score(String yaml) {
        Path program = PROGRAM.find()
                .orElseThrow(() -> new IllegalStateException(
                        "kube-score was not found. Put it on the PATH, or install Go, which builds " + MODULE));
        try {
            Path manifests = Files.createTempFile("manifests", ".yaml");
            try {
                Files.writeString(manifests, yaml);
                return Executables.run(
                        new ProcessBuilder(
                                program.toString(), "score", "--output-format", "json", manifests.toString()),
                        List.of(0, 1));
            } finally {
                Files.delete(manifests);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
