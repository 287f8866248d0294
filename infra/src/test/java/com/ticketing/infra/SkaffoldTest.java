package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/**
 * Checks the patches of skaffold's profiles, which name images by their positions in a list, and what happens after a
 * change of a source.
 */
class SkaffoldTest {

    private static final String SKAFFOLD = Checkout.read("skaffold.yaml");

    @Test
    void everyPatchNamesThePositionOfItsImage() {
        assertThat(misplacedPatches(SKAFFOLD)).isEmpty();
    }

    @Test
    void detectsAPlantedImageThatMovesTheOthers() {
        String client = "    - image: ticketing/client\n";
        assertThat(SKAFFOLD).contains(client);

        assertThat(misplacedPatches(SKAFFOLD.replace(client, "    - image: ticketing/planted\n" + client)))
                .anyMatch(patch -> patch.contains("remove"));
    }

    @ParameterizedTest
    @FieldSource("com.ticketing.infra.Services#ALL")
    void aChangedSourceReplacesTheClassesOfItsService(String service) {
        JsonNode sync = Monitoring.parse(SKAFFOLD)
                .at("/build/artifacts")
                .valueStream()
                .filter(artifact -> artifact.path("image").asString().equals("ticketing/" + service))
                .findFirst()
                .orElseThrow()
                .path("sync");

        assertThat(sync.at("/manual/0/src").asString()).isEqualTo(service + "/src/main/**");
        assertThat(sync.at("/hooks/after/0/host/command").valueStream().map(JsonNode::asString))
                .containsExactly("infra/images/sync-classes", service);
    }

    private static List<String> misplacedPatches(String skaffold) {
        JsonNode yaml = Monitoring.parse(skaffold);
        return yaml.path("profiles")
                .valueStream()
                .flatMap(profile -> profile.path("patches").valueStream())
                .filter(patch -> !patchedImage(yaml, patch).equals(intendedImage(patch)))
                .map(JsonNode::toString)
                .toList();
    }

    private static String patchedImage(JsonNode yaml, JsonNode patch) {
        String artifact = patch.path("path").asString().replaceFirst("/custom/.*", "");
        return yaml.at(artifact + "/image").asString();
    }

    /** A patch removes the stand-in or builds a service with its ahead-of-time cache. */
    private static String intendedImage(JsonNode patch) {
        boolean removes = patch.path("op").asString().equals("remove");
        return "ticketing/"
                + (removes ? "stripe" : patch.path("value").asString().replace("infra/images/build ", ""));
    }
}
