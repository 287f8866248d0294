package com.ticketing.infra;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;

/**
 * A property in Spring's configuration metadata.
 *
 * @param description a sentence in Markdown; empty if the metadata has none
 */
record Setting(String name, @Nullable String defaultValue, String description) {

    static Setting of(JsonNode property) {
        return new Setting(
                property.path("name").asString(),
                defaultValue(property.path("defaultValue")),
                sentence(property.path("description").asString("")));
    }

    /** The metadata contains lists as {@code [a, b]}; a variable contains them as {@code a,b}. */
    private static @Nullable String defaultValue(JsonNode value) {
        String text = value.asString("").replaceAll("^\\[(.*)]$", "$1").replace(", ", ",");
        return text.isEmpty() ? null : text;
    }

    /** The metadata contains the Javadoc of record components, which has no capital letter and no full stop. */
    private static String sentence(String javadoc) {
        String text = StringUtils.capitalize(javadoc).replaceAll("\\{@code ([^}]*)}", "`$1`");
        return text.isEmpty() || text.endsWith(".") ? text : text + ".";
    }

    /** Returns the environment variable that the documentation and the manifests use. */
    String variable() {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Returns all environment variables that Spring accepts: dashes become underscores or are omitted. */
    Set<String> variables() {
        String withoutDashes = name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
        return withoutDashes.equals(variable()) ? Set.of(withoutDashes) : Set.of(withoutDashes, variable());
    }
}
