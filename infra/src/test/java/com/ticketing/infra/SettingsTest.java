package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A misspelt variable is one that nobody reads: each is known to the service it is given to. */
class SettingsTest {

    private static final Set<String> OF_SPRING = ofSpring();

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/dev", "overlays/prod", "overlays/gateway-api"})
    void everyVariableIsKnownToItsService(String folder) {
        assertThat(unknown(Manifests.of(folder))).isEmpty();
    }

    @Test
    void aPlantedMisspellingIsSeen() {
        String yaml = Manifests.yaml("overlays/dev")
                .replace("name: STRIPE_API_BASE", "name: STRIPE_API_BASES")
                .replace("name: NATS_CLUSTER_ID", "name: NATS_CLUSTER");

        assertThat(unknown(Manifests.parse(yaml))).contains("payments: STRIPE_API_BASES", "auth: NATS_CLUSTER");
    }

    @Test
    void anotherServicesVariableIsUnknown() {
        String yaml = Manifests.yaml("overlays/dev").replace("name: AUTH_SECURE_COOKIES", "name: STRIPE_API_BASE");

        assertThat(unknown(Manifests.parse(yaml))).containsExactly("auth: STRIPE_API_BASE");
    }

    private static List<String> unknown(Manifests manifests) {
        List<String> unknown = new ArrayList<>();
        for (Workload service : manifests.services()) {
            Set<String> known = new TreeSet<>(OF_SPRING);
            Settings.of(service.name()).all().forEach(setting -> addVariables(known, setting.name()));
            Settings.of("common").all().forEach(setting -> addVariables(known, setting.name()));
            service.container().getEnv().stream()
                    .filter(env -> !known.contains(env.getName()))
                    .forEach(env -> unknown.add(service.name() + ": " + env.getName()));
        }
        return unknown;
    }

    /** What Spring's parts say that they read. */
    private static Set<String> ofSpring() {
        Set<String> known = new TreeSet<>();
        try {
            for (URL metadata : Collections.list(
                    SettingsTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
                try (InputStream json = metadata.openStream()) {
                    JsonMapper.shared()
                            .readTree(json)
                            .path("properties")
                            .forEach(property ->
                                    addVariables(known, property.path("name").asString()));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return known;
    }

    /** Spring reads {@code a.some-name} from A_SOMENAME and from A_SOME_NAME. */
    private static void addVariables(Set<String> variables, String setting) {
        String dashed = setting.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toUpperCase(Locale.ROOT)
                .replace('.', '_');
        variables.add(dashed.replace("-", ""));
        variables.add(dashed.replace('-', '_'));
    }
}
