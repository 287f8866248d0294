package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

    static final List<Rule> FOR_ALL =
            Stream.concat(PodRules.ALL.stream(), ManifestRules.ALL.stream()).toList();

    static Stream<Arguments> overlaysAndRules() {
        return Manifests.OVERLAYS.stream().flatMap(overlay -> {
            Manifests manifests = Manifests.of(overlay);
            return FOR_ALL.stream().map(rule -> Arguments.of(overlay, rule, manifests));
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("overlaysAndRules")
    void everyOverlayFollowsEveryRule(String overlay, Rule rule, Manifests manifests) {
        assertThat(rule.violations(manifests)).as(overlay).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("com.ticketing.infra.ProductionRules#ALL")
    void prodFollowsEveryProductionRule(Rule rule) {
        assertThat(rule.violations(Manifests.of("overlays/prod"))).isEmpty();
    }

    @Test
    void gatewayApiRoutesOverTls() {
        assertThat(ProductionRules.TLS.violations(Manifests.of("overlays/gateway-api")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("com.ticketing.infra.PodRules#ALL")
    void theSmokeTestFollowsEveryPodRule(Rule rule) {
        assertThat(rule.violations(Manifests.of("smoke"))).isEmpty();
    }
}
