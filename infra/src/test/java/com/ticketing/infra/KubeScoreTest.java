package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.infra.KubeScore.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KubeScoreTest {

    private static final String PROD = "overlays/prod";

    private static final String TRACE_COLLECTOR = "trace-collector";

    static Stream<String> rendered() {
        return Stream.concat(Manifests.OVERLAYS.stream(), Stream.of("smoke", TRACE_COLLECTOR));
    }

    /** {@code verify} replaces the image of the trace collector by the page's. */
    private static String yaml(String rendered) {
        return rendered.equals(TRACE_COLLECTOR)
                ? Checkout.read("infra/k8s/trace-collector.yaml").replace("image: nginx", "image: ticketing/client:dev")
                : Manifests.yaml(rendered);
    }

    @ParameterizedTest
    @MethodSource("rendered")
    void findsExactlyTheListedExceptions(String overlay) {
        assertThat(KubeScoreException.differences(overlay, KubeScore.findings(yaml(overlay)), KubeScoreException.all()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"monitoring, base", "nats-tls, overlays/prod"})
    void findsNothingNewInAComponent(String component, String overlay) {
        assertThat(KubeScore.findings(Kustomize.buildWith(component, overlay)))
                .isEqualTo(KubeScore.findings(Manifests.yaml(overlay)));
    }

    @Test
    void everyExceptionHasAReasonAndNamesKnownOverlays() {
        assertThat(KubeScoreException.all()).isNotEmpty().allSatisfy(exception -> {
            assertThat(exception.reason()).hasSizeGreaterThan(10);
            assertThat(exception.overlays()).isNotEmpty().isSubsetOf(rendered().toList());
        });
    }

    @Test
    void detectsAPlantedFinding() {
        String planted = Manifests.yaml(PROD).replace("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false");

        assertThat(KubeScoreException.differences(PROD, KubeScore.findings(planted), KubeScoreException.all()))
                .anyMatch(difference -> difference.startsWith("no exception for")
                        && difference.contains("container-security-context-readonlyrootfilesystem")
                        && difference.contains("Deployment/orders"));
    }

    @Test
    void detectsAnExceptionThatNoLongerOccurs() {
        Set<Finding> findings = Set.of(new Finding("pod-probes", "Deployment/orders"));
        List<KubeScoreException> exceptions = KubeScoreException.parse("""
                - {check: pod-probes, objects: Deployment/orders, overlays: [overlays/prod], reason: planted}
                - {check: pod-probes, objects: Deployment/client, overlays: [overlays/prod], reason: planted}
                - {check: pod-probes, objects: Deployment/client, overlays: [overlays/dev], reason: planted}
                """);

        assertThat(KubeScoreException.differences(PROD, findings, exceptions))
                .singleElement()
                .asString()
                .startsWith("no finding for")
                .contains("Deployment/client");
    }
}
