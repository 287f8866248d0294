package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationPageTest {

    private static final Path PAGE = Checkout.path("docs/configuration.md");
    private static final Pattern VALUE = Pattern.compile("@Value\\(\"\\$\\{([a-z.-]+)");
    private static final Pattern CONDITION = Pattern.compile("@ConditionalOn(?:Boolean)?Property\\(([^)]*)\\)");
    private static final Pattern PREFIX = Pattern.compile("prefix\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern HAVING_VALUE = Pattern.compile("havingValue\\s*=\\s*(?:\"[^\"]*\"|\\w+)");
    private static final Pattern STRING_LITERAL = Pattern.compile("\"([^\"]*)\"");

    @Test
    void thePageIsUpToDate() throws IOException {
        String generated = ConfigurationPage.generate();
        if (Boolean.getBoolean("configuration.write")) {
            Files.writeString(PAGE, generated);
        }

        assertThat(PAGE).as("-Dconfiguration.write=true generates the page").hasContent(generated);
    }

    static Stream<String> modules() {
        return Stream.concat(Stream.of("common"), Services.ALL.stream());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everySettingHasADescription(String module) {
        assertThat(Settings.of(module))
                .as("Javadoc of the record component")
                .noneMatch(setting -> setting.description().isEmpty());
    }

    /** The annotation processor ignores {@code @Value} and conditions. Spring documents its own settings. */
    @ParameterizedTest
    @MethodSource("modules")
    void everySettingOfAnAnnotationHasAnEntryInTheMetadata(String module) {
        List<String> documented =
                Settings.of(module).stream().map(Setting::name).toList();

        assertThat(Checkout.files(module + "/src/main/java").stream()
                        .map(Checkout::read)
                        .flatMap(ConfigurationPageTest::annotatedSettings))
                .isSubsetOf(documented);
    }

    @Test
    void findsTheSettingsOfPlantedAnnotations() {
        assertThat(annotatedSettings("""
                        @Value("${planted.value:7}") @Value("${spring.planted}")
                        @ConditionalOnProperty(name = "planted.name", matchIfMissing = true)
                        @ConditionalOnProperty("planted.condition")
                        @ConditionalOnBooleanProperty(
                                prefix = "planted",
                                name = {"first", "second"},
                                havingValue = false)
                        @ConditionalOnProperty(name = "planted.mode", havingValue = "expected")
                        """))
                .containsExactly(
                        "planted.value",
                        "planted.name",
                        "planted.condition",
                        "planted.first",
                        "planted.second",
                        "planted.mode");
    }

    private static Stream<String> annotatedSettings(String source) {
        return Stream.concat(
                        VALUE.matcher(source).results().map(value -> value.group(1)),
                        CONDITION.matcher(source).results().flatMap(condition -> names(condition.group(1))))
                .filter(setting -> !setting.startsWith("spring."));
    }

    private static Stream<String> names(String arguments) {
        String prefix = PREFIX.matcher(arguments)
                .results()
                .map(match -> match.group(1) + ".")
                .findFirst()
                .orElse("");
        String names =
                HAVING_VALUE.matcher(PREFIX.matcher(arguments).replaceAll("")).replaceAll("");
        return STRING_LITERAL.matcher(names).results().map(name -> prefix + name.group(1));
    }

    @ParameterizedTest
    @FieldSource("com.ticketing.infra.Manifests#OVERLAYS")
    void everyVariableOfTheManifestsIsOnThePage(String overlay) {
        String page = ConfigurationPage.generate();

        assertThat(Manifests.of(overlay).serviceWorkloads())
                .flatExtracting(service -> service.container().getEnv())
                .extracting(EnvVar::getName)
                .allSatisfy(variable -> assertThat(page).contains("`" + variable + "`"));
    }
}
