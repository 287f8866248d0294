package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictKubernetesReaderTest {

    private static final String DEV = Manifests.yaml("overlays/dev");

    @ParameterizedTest
    @ValueSource(strings = {"", "base", "overlays/dev", "overlays/prod", "overlays/gateway-api", "smoke"})
    void acceptsEveryFolderOfManifests(String folder) {
        assertThat(Manifests.of(folder).objects()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "readOnlyRootFilesystem: true, readOnlyRootFileSystem: true, readOnlyRootFileSystem",
        "containerPort: 27017, containerPort: mongodb, mongodb",
        "runAsNonRoot: true, runAsNonRoot: 'yes', runAsNonRoot",
        "'  value: nats://nats:4222', '  value: 4222', value",
        "pathType: Prefix, pathtype: Prefix, pathtype",
        "policyTypes:, policies:, policies",
        "app.kubernetes.io/component: broker, app.kubernetes.io/component: 1, component",
        "kind: StatefulSet, kind: StatefulSets, StatefulSets",
    })
    void rejectsAPlantedMistake(String right, String wrong, String rejected) {
        assertThat(DEV).contains(right);

        assertThatThrownBy(() -> Manifests.parse(DEV.replace(right, wrong))).hasMessageContaining(rejected);
    }

    @Test
    void theRootFolderBuildsTheBase() {
        assertThat(Manifests.yaml("")).isEqualTo(Manifests.yaml("base"));
    }
}
