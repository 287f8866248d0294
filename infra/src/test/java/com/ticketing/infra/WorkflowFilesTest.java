package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks what GitHub, Renovate and editors would report only after a push. */
class WorkflowFilesTest {

    static final List<Path> WORKFLOWS = Checkout.files(".github/workflows");

    @ParameterizedTest
    @FieldSource("WORKFLOWS")
    void everyScriptThatAWorkflowRunsIsExecutable(Path workflow) {
        assertThat(scripts(Checkout.read(workflow)))
                .isNotEmpty()
                .allSatisfy(script -> assertThat(Checkout.path(script)).isExecutable());
    }

    @Test
    void detectsAPlantedScriptThatDoesNotExist() {
        assertThat(scripts("""
                jobs:
                  planted:
                    steps:
                      - uses: actions/checkout@v6
                      - run: |
                          kubectl apply -f https://example.com/deploy.yaml
                          infra/images/planted all
                """)).containsExactly("infra/images/planted");
        assertThat(Checkout.path("infra/images/planted")).doesNotExist();
    }

    private static List<String> scripts(String workflow) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        JsonNode yaml = JsonMapper.shared().valueToTree(new Yaml(options).<Map<?, ?>>load(workflow));
        return yaml.path("jobs")
                .valueStream()
                .flatMap(job -> job.path("steps").valueStream())
                .flatMap(step -> step.path("run").asString("").lines())
                .map(line -> line.strip().split(" ", 2)[0])
                .filter(command -> command.contains("/"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"renovate.json", ".devcontainer/devcontainer.json"})
    void everyJsonFileIsValid(String file) {
        assertThat(JsonMapper.shared().readTree(Checkout.read(file)).isObject()).isTrue();
    }

    /** Renovate ignores a file in which its pattern does not match. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev-servers/src/main/java/com/ticketing/devservers/BrokerCluster.java",
                "dev-servers/src/main/java/com/ticketing/devservers/StripeMock.java",
                "infra/src/test/java/com/ticketing/infra/KubeScore.java",
                "infra/src/test/java/com/ticketing/infra/Kustomize.java"
            })
    void renovateFindsTheVersionOfAProgram(String file) {
        JsonNode manager =
                JsonMapper.shared().readTree(Checkout.read("renovate.json")).at("/customManagers/0");
        String filePattern = manager.at("/managerFilePatterns/0").asString();

        assertThat(file).containsPattern(filePattern.substring(1, filePattern.length() - 1));
        assertThat(Checkout.read(file))
                .containsPattern(manager.at("/matchStrings/0").asString());
    }
}
