package com.ticketing.infra;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** Generates {@code docs/configuration.md}: all settings of the library and of each service. */
final class ConfigurationPage {

    private static final String HEAD = "infra/src/test/resources/com/ticketing/infra/configuration-head.md";
    private static final String COLUMNS = "| Variable | Default | Description |\n|---|---|---|\n";

    private ConfigurationPage() {}

    static String generate() {
        return Checkout.read(HEAD)
                + section("All services", Settings.of("common"))
                + Services.ALL.stream()
                        .map(service -> section(service, Settings.of(service)))
                        .collect(joining());
    }

    private static String section(String title, List<Setting> settings) {
        return settings.isEmpty()
                ? ""
                : "\n## " + title + "\n\n" + COLUMNS
                        + settings.stream().map(ConfigurationPage::row).collect(joining());
    }

    private static String row(Setting setting) {
        return "| `%s` | %s | %s |\n".formatted(setting.variable(), defaults(setting), setting.description());
    }

    /** Returns the default and the values of services that override it. */
    private static String defaults(Setting setting) {
        String common = setting.defaultValue() == null ? "–" : "`" + setting.defaultValue() + "`";
        return Stream.concat(Stream.of(common), Services.ALL.stream().flatMap(service -> override(service, setting)))
                .collect(joining("; "));
    }

    private static Stream<String> override(String service, Setting setting) {
        String value = Settings.overrides(service).get(setting.name());
        return value == null || value.equals(setting.defaultValue())
                ? Stream.empty()
                : Stream.of("`" + value + "` in " + service);
    }
}
