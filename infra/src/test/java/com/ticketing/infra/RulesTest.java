package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

    private static final List<String> OVERLAYS =
            List.of("base", "overlays/dev", "overlays/prod", "overlays/gateway-api");

    static final List<Rule> FOR_ALL =
            Stream.concat(PodRules.ALL.stream(), SuiteRules.ALL.stream()).toList();

    static Stream<Arguments> rules() {
        return OVERLAYS.stream().flatMap(overlay -> {
            Manifests manifests = Manifests.of(overlay);
            return FOR_ALL.stream().map(rule -> Arguments.of(overlay, rule, manifests));
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rules")
    void holds(String overlay, Rule rule, Manifests manifests) {
        assertThat(rule.brokenBy(manifests)).as(overlay).isEmpty();
    }

    static Stream<Arguments> productionRules() {
        Manifests production = Manifests.of("overlays/prod");
        return ProductionRules.ALL.stream().map(rule -> Arguments.of(rule, production));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("productionRules")
    void holdsInProduction(Rule rule, Manifests production) {
        assertThat(rule.brokenBy(production)).isEmpty();
    }

    static Stream<Arguments> smokeRules() {
        Manifests smoke = Manifests.of("smoke");
        return PodRules.ALL.stream().map(rule -> Arguments.of(rule, smoke));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smokeRules")
    void holdsForTheSmokeTest(Rule rule, Manifests smoke) {
        assertThat(rule.brokenBy(smoke)).isEmpty();
    }
}
