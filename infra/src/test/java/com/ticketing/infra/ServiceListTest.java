package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Compares the file {@code services} with the files that cannot read it and repeat its names. */
class ServiceListTest {

    /** The entries that each file has for a service; {@code %s} is its name. */
    private static final Map<String, List<String>> ENTRIES = Map.of(
            "pom.xml", List.of("<module>%s</module>"),
            "infra/pom.xml", List.of("<artifactId>%s</artifactId>"),
            "acceptance/pom.xml", List.of("<artifactId>%s</artifactId>"),
            ".dockerignore", List.of("!%1$s/target/%1$s.jar", "!%s/target/bom.json"),
            "skaffold.yaml",
                    List.of(
                            "image: ticketing/%s\n",
                            "buildCommand: infra/images/build --dev %s\n",
                            "value: infra/images/build %s\n",
                            "resourceName: %s-mongo\n"),
            "infra/k8s/base/kustomization.yaml", List.of("- %s.yaml\n", "- %s-mongo.yaml\n"),
            "infra/k8s/base/service-accounts.yaml", List.of("name: %s\n"),
            "infra/k8s/overlays/prod/kustomization.yaml", List.of("name: ticketing/%s\n"),
            "infra/k8s/overlays/prod/mongodb-address.yaml", List.of("name: %s-mongo-secret\n"));

    @ParameterizedTest
    @FieldSource("com.ticketing.infra.Services#ALL")
    void everyFileHasTheEntriesOfTheService(String service) {
        assertThat(missingEntries(service)).isEmpty();
    }

    @Test
    void detectsEveryMissingEntryOfAPlantedService() {
        int entries = ENTRIES.values().stream().mapToInt(List::size).sum();

        assertThat(missingEntries("planted")).hasSize(entries);
    }

    @Test
    void exactlyTheDeploymentsOfListedServicesAreLabelledAsServices() {
        assertThat(Manifests.of("base").workloads())
                .filteredOn(workload -> "service".equals(workload.podLabels().get("app.kubernetes.io/component")))
                .extracting(Workload::name)
                .containsExactlyInAnyOrderElementsOf(Services.ALL);
    }

    private static List<String> missingEntries(String service) {
        return ENTRIES.entrySet().stream()
                .flatMap(file -> file.getValue().stream()
                        .map(entry -> entry.formatted(service))
                        .filter(entry -> !Checkout.read(file.getKey()).contains(entry))
                        .map(entry -> file.getKey() + " lacks " + entry.strip()))
                .toList();
    }
}
