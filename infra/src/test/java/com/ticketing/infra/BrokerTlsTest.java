package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The component nats-tls with the production overlay. */
class BrokerTlsTest {

    static Manifests manifests;

    @BeforeAll
    static void build() {
        manifests = Manifests.parse(Kustomize.buildWith("nats-tls", "overlays/prod"));
    }

    @Test
    void theServersHaveTheConfigurationAndTheKey() {
        Workload nats = manifests.workload("nats");

        assertThat(nats.container().getArgs()).contains("--config=/etc/nats/tls.conf");
        assertThat(secret(nats).getItems()).isEmpty();
    }

    @Test
    void theStreamingServersConnectWithTlsAndMountOnlyTheAuthority() {
        Workload streaming = manifests.workload("nats-streaming");

        assertThat(streaming.container().getArgs())
                .filteredOn(argument -> argument.startsWith("-ns="))
                .singleElement()
                .asString()
                .startsWith("-ns=tls://");
        assertThat(streaming.container().getArgs()).contains("--tls_client_cacert=/tls/ca.crt");
        assertThat(files(streaming)).containsExactly("ca.crt");
    }

    @Test
    void everyServiceMountsOnlyTheAuthority() {
        assertThat(manifests.serviceWorkloads()).hasSameSizeAs(Services.ALL).allSatisfy(service -> {
            assertThat(service.variable("NATS_CA").orElseThrow().getValue()).isEqualTo("/tls/ca.crt");
            assertThat(files(service)).containsExactly("ca.crt");
        });
    }

    @Test
    void theConfigurationIsInTheNamespaceOfTheServers() {
        assertThat(manifests.all(ConfigMap.class))
                .isNotEmpty()
                .allSatisfy(map -> assertThat(map.getMetadata().getNamespace()).isEqualTo("ticketing"));
    }

    @Test
    void followsEveryRuleOfTheProductionOverlay() {
        assertThat(Stream.of(PodRules.ALL, ManifestRules.ALL, ProductionRules.ALL)
                        .flatMap(List::stream)
                        .flatMap(rule -> rule.violations(manifests).stream()))
                .isEmpty();
    }

    private static List<String> files(Workload workload) {
        return secret(workload).getItems().stream().map(KeyToPath::getKey).toList();
    }

    private static SecretVolumeSource secret(Workload workload) {
        return workload.pod().getVolumes().stream()
                .map(volume -> volume.getSecret())
                .filter(Objects::nonNull)
                .filter(secret -> secret.getSecretName().equals("nats-tls"))
                .findFirst()
                .orElseThrow();
    }
}
