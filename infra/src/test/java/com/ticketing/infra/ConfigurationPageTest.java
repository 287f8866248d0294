package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.infra.Settings.Setting;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationPageTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final Pattern PLACEHOLDER = Pattern.compile("@Value\\(\"\\$\\{([a-z.-]+)");

    @Test
    void thePageInDocsIsTheGeneratedOne() throws IOException {
        String generated = ConfigurationPage.generate();
        if (Boolean.getBoolean("configuration.write")) {
            Files.writeString(PAGE, generated);
        }

        assertThat(PAGE).as("generate it again with -Dconfiguration.write=true").hasContent(generated);
    }

    static Stream<String> modules() {
        return Stream.concat(Stream.of("common"), Services.ALL.stream());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everySettingHasADescription(String module) {
        assertThat(Settings.of(module).all())
                .as("the Javadoc @param of its record component")
                .noneMatch(setting -> setting.description().isEmpty());
    }

    /** The annotation processor does not see {@code @Value}: such a setting belongs in the additional metadata. */
    @ParameterizedTest
    @MethodSource("modules")
    void everySettingThatASourceReadsIsDescribed(String module) throws IOException {
        List<String> described =
                Settings.of(module).all().stream().map(Setting::name).toList();
        try (Stream<Path> sources = Files.walk(Path.of("..", module, "src/main/java"))) {
            assertThat(sources.filter(Files::isRegularFile).flatMap(ConfigurationPageTest::placeholders))
                    .isSubsetOf(described);
        }
    }

    private static Stream<String> placeholders(Path source) {
        try {
            return PLACEHOLDER
                    .matcher(Files.readString(source))
                    .results()
                    .map((MatchResult match) -> match.group(1));
        } catch (IOException e) {
            throw new IllegalStateException(source + " cannot be read", e);
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyVariableOfTheManifestsIsOnThePage(String overlay) {
        String page = ConfigurationPage.generate();

        assertThat(Manifests.of(overlay).services())
                .flatExtracting(service -> service.container().getEnv())
                .extracting(EnvVar::getName)
                .allSatisfy(variable -> assertThat(page).contains("`" + variable + "`"));
    }

    static Stream<String> overlays() {
        return Stream.of("base", "overlays/dev", "overlays/prod", "overlays/gateway-api");
    }
}
