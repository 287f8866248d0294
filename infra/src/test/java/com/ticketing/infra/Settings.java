package com.ticketing.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings that a module binds, read from the configuration metadata which Spring Boot's annotation processor writes. */
record Settings(Path module) {

    private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");

    /** One setting. */
    record Setting(String name, @Nullable String defaultValue, String description) {

        /** Returns the environment variable that sets it. */
        String variable() {
            return Settings.variable(name);
        }
    }

    static Settings of(String module) {
        return new Settings(Path.of("..", module));
    }

    /** Returns the settings, sorted by name. */
    List<Setting> all() {
        Map<String, Setting> sorted = new TreeMap<>();
        for (JsonNode property : json(module.resolve(METADATA)).path("properties")) {
            String name = property.path("name").asString();
            sorted.put(name, new Setting(name, defaultValue(property), sentence(property)));
        }
        return new ArrayList<>(sorted.values());
    }

    /** Returns the defaults that the module sets for settings of other modules. */
    Map<String, String> overrides() {
        Map<String, String> overrides = new TreeMap<>();
        try (var text = Files.newBufferedReader(module.resolve("src/main/resources/application.yaml"))) {
            flatten("", new Yaml().load(text), overrides);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return overrides;
    }

    private static void flatten(String prefix, Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> nested) {
            nested.forEach((key, child) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, child, flat));
        } else {
            flat.put(prefix, String.valueOf(value));
        }
    }

    private static @Nullable String defaultValue(JsonNode property) {
        JsonNode value = property.path("defaultValue");
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asString).reduce((a, b) -> a + "," + b).orElse(null);
        }
        return value.isMissingNode() ? null : value.asString();
    }

    /** Javadoc's parameters begin in lower case and end without a full stop. */
    private static String sentence(JsonNode property) {
        String text = property.path("description").asString("");
        if (text.isEmpty()) {
            return text;
        }
        String upper = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return (upper.endsWith(".") ? upper : upper + ".").replaceAll("\\{@code ([^}]*)}", "`$1`");
    }

    static String variable(String setting) {
        return setting.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replace('.', '_')
                .replace('-', '_')
                .toUpperCase(Locale.ROOT);
    }

    private static JsonNode json(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
