package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Compares the files that cannot read the file {@code services} with it. What can read it does: {@code up},
 * {@code infra/images/build}, {@code infra/k8s/verify} and the tests.
 */
class ServiceListTest {

    /** What each file contains for a service; {@code %s} is its name. */
    private static final Map<String, List<String>> ENTRIES = Map.of(
            "pom.xml", List.of("<module>%s</module>"),
            "infra/pom.xml", List.of("<artifactId>%s</artifactId>"),
            ".dockerignore", List.of("!%1$s/target/%1$s.jar", "!%s/target/bom.json"),
            "skaffold.yaml",
                    List.of(
                            "image: ticketing/%s\n",
                            "buildCommand: infra/images/build --plain %s\n",
                            "value: infra/images/build %s\n",
                            "resourceName: %s-mongo\n"),
            "infra/k8s/base/kustomization.yaml", List.of("- %s.yaml\n", "- %s-mongo.yaml\n"),
            "infra/k8s/base/service-accounts.yaml", List.of("name: %s\n"));

    @ParameterizedTest
    @FieldSource("com.ticketing.infra.Services#ALL")
    void everyFileContainsTheService(String service) {
        assertThat(missing(service)).isEmpty();
    }

    @Test
    void aPlantedSixthServiceIsMissingInEveryFile() {
        assertThat(missing("reviews")).hasSize((int)
                ENTRIES.values().stream().mapToLong(List::size).sum());
    }

    private static List<String> missing(String service) {
        return ENTRIES.entrySet().stream()
                .flatMap(file -> file.getValue().stream()
                        .map(entry -> entry.formatted(service))
                        .filter(entry -> !read(file.getKey()).contains(entry))
                        .map(entry -> file.getKey() + " lacks " + entry.strip()))
                .toList();
    }

    @Test
    void noOtherDeploymentIsAService() {
        assertThat(Manifests.of("base").workloads())
                .filteredOn(workload -> "service".equals(workload.podLabels().get("app.kubernetes.io/component")))
                .extracting(Workload::name)
                .containsExactlyInAnyOrderElementsOf(Services.ALL);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of("..", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyServiceHasAFolderWithAPom() {
        assertThat(Services.ALL)
                .isNotEmpty()
                .allMatch(service -> Files.isRegularFile(Path.of("..", service, "pom.xml")));
    }
}
