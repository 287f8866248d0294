package com.ticketing.infra;

import static java.util.stream.Collectors.joining;

import com.ticketing.infra.Settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Generates {@code docs/configuration.md}: every setting of the library and of each service. */
final class ConfigurationPage {

    private static final String COLUMNS = "| Variable | Default | Description |\n|---|---|---|\n";

    private ConfigurationPage() {}

    static String generate() {
        return Stream.concat(
                        Stream.of(head(), section("All services", "common")),
                        Services.ALL.stream().map(service -> section(title(service), service)))
                .filter(part -> !part.isEmpty())
                .collect(joining("\n"));
    }

    private static String section(String title, String module) {
        List<Setting> settings = Settings.of(module).all();
        return settings.isEmpty()
                ? ""
                : "## " + title + "\n\n" + COLUMNS
                        + settings.stream().map(ConfigurationPage::row).collect(joining());
    }

    private static String row(Setting setting) {
        return "| `%s` | %s | %s |%n".formatted(setting.variable(), defaults(setting), setting.description());
    }

    /** The default, and those of services that set another one. */
    private static String defaults(Setting setting) {
        String own = setting.defaultValue() == null ? "–" : "`" + setting.defaultValue() + "`";
        return Stream.concat(Stream.of(own), Services.ALL.stream().flatMap(service -> override(service, setting)))
                .collect(joining("; "));
    }

    private static Stream<String> override(String service, Setting setting) {
        String value = Settings.of(service).overrides().get(setting.name());
        return value == null || value.equals(setting.defaultValue())
                ? Stream.empty()
                : Stream.of("`" + value + "` in " + service);
    }

    private static String title(String service) {
        return service.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + service.substring(1);
    }

    private static String head() {
        try (InputStream head = ConfigurationPage.class.getResourceAsStream("configuration-head.md")) {
            return new String(Objects.requireNonNull(head).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
