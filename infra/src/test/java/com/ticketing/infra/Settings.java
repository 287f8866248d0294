package com.ticketing.infra;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the settings of a module from the configuration metadata that Spring Boot's annotation processor writes. */
final class Settings {

    static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private Settings() {}

    /**
     * Returns the settings that a module declares, sorted by name. The annotation processor writes no file for a module
     * that declares none.
     */
    static List<Setting> of(String module) {
        return declaresSettings(module) ? parse(Checkout.read(module + "/target/classes/" + METADATA)) : List.of();
    }

    private static boolean declaresSettings(String module) {
        return Checkout.files(module + "/src/main").stream()
                .anyMatch(source -> source.endsWith("additional-spring-configuration-metadata.json")
                        || Checkout.read(source).contains("@ConfigurationProperties("));
    }

    static List<Setting> parse(String metadata) {
        JsonNode properties = JsonMapper.shared().readTree(metadata).path("properties");
        return properties
                .valueStream()
                .map(Setting::of)
                .sorted(comparing(Setting::name))
                .toList();
    }

    /** Returns the values in a service's {@code application.yaml}, by property name. */
    static Map<String, String> overrides(String service) {
        Map<String, String> overrides = new TreeMap<>();
        flatten("", new Yaml().load(Checkout.read(service + "/src/main/resources/application.yaml")), overrides);
        return overrides;
    }

    private static void flatten(String prefix, Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> nested) {
            nested.forEach((key, child) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, child, flat));
        } else {
            flat.put(prefix, String.valueOf(value));
        }
    }
}
