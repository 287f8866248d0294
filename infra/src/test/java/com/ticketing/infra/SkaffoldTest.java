package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        JsonNode sync = artifact(service).path("sync");

        assertThat(sync.at("/manual/0/src").asString()).isEqualTo(service + "/src/main/**");
        assertThat(sync.at("/hooks/after/0/host/command").valueStream().map(JsonNode::asString))
                .containsExactly("infra/images/sync-classes", service);
    }

    @ParameterizedTest
    @FieldSource("com.ticketing.infra.Services#ALL")
    void aServiceDependsOnTheSourcesOfItsImage(String service) {
        assertThat(dependencies(service)).containsExactlyInAnyOrderElementsOf(sources(service));
    }

    @Test
    void theStandInDependsOnTheSourcesOfItsImage() {
        assertThat(dependencies("stripe")).containsExactlyInAnyOrderElementsOf(sources("stripe-stand-in"));
    }

    private static List<String> dependencies(String image) {
        return artifact(image)
                .at("/custom/dependencies/paths")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /**
     * Returns the paths after whose change {@code infra/images/build} compiles a module, and those of the build itself.
     */
    private static List<String> sources(String module) {
        Matcher function = Pattern.compile("(?ms)^sources\\(\\) \\{.*?^}").matcher(Checkout.read("infra/images/build"));
        assertThat(function.find()).isTrue();
        String script = function.group() + "; sources " + module + "; echo infra/images";
        return List.of(Executables.run(new ProcessBuilder("bash", "-c", script), List.of(0))
                .strip()
                .split("\\s"));
    }

    private static JsonNode artifact(String image) {
        return Monitoring.parse(SKAFFOLD)
                .at("/build/artifacts")
                .valueStream()
                .filter(artifact -> artifact.path("image").asString().equals("ticketing/" + image))
                .findFirst()
                .orElseThrow();
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
