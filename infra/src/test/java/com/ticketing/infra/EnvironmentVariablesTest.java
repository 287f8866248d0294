package com.ticketing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Compares the variables in the manifests with the services' settings, since a service ignores a misspelled one. */
class EnvironmentVariablesTest {

    /** The variables of {@code common} and of Spring. */
    private static final Set<String> OF_LIBRARIES = new HashSet<>();

    @BeforeAll
    static void readMetadataOfLibraries() throws IOException {
        ClassLoader classPath = EnvironmentVariablesTest.class.getClassLoader();
        for (URL metadata : Collections.list(classPath.getResources(Settings.METADATA))) {
            try (InputStream json = metadata.openStream()) {
                addVariables(OF_LIBRARIES, Settings.parse(new String(json.readAllBytes(), UTF_8)));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("com.ticketing.infra.Manifests#OVERLAYS")
    void everyVariableIsASettingOfItsService(String overlay) {
        assertThat(unknownVariables(Manifests.of(overlay))).isEmpty();
    }

    @Test
    void detectsAPlantedMisspelling() {
        String yaml = Manifests.yaml("overlays/dev")
                .replace("name: STRIPE_API_BASE", "name: STRIPE_API_BASES")
                .replace("name: NATS_CLUSTER_ID", "name: NATS_CLUSTER");

        assertThat(unknownVariables(Manifests.parse(yaml)))
                .contains("payments: STRIPE_API_BASES", "auth: NATS_CLUSTER");
    }

    @Test
    void detectsAPlantedVariableOfAnotherService() {
        String yaml = Manifests.yaml("overlays/dev").replace("name: AUTH_SECURE_COOKIES", "name: STRIPE_API_BASE");

        assertThat(unknownVariables(Manifests.parse(yaml))).containsExactly("auth: STRIPE_API_BASE");
    }

    private static List<String> unknownVariables(Manifests manifests) {
        List<String> unknown = new ArrayList<>();
        for (Workload service : manifests.serviceWorkloads()) {
            Set<String> known = new HashSet<>(OF_LIBRARIES);
            addVariables(known, Settings.of(service.name()));
            service.container().getEnv().stream()
                    .filter(env -> !known.contains(env.getName()))
                    .forEach(env -> unknown.add(service.name() + ": " + env.getName()));
        }
        return unknown;
    }

    private static void addVariables(Set<String> variables, List<Setting> settings) {
        settings.forEach(setting -> variables.addAll(setting.variables()));
    }
}
