package com.ticketing.common.json;

import com.ticketing.common.text.Text;
import java.beans.PropertyEditorSupport;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.beans.PropertyEditorRegistrar;
import org.springframework.beans.PropertyEditorRegistry;

/**
 * Reads numbers and booleans in query parameters. White space around them is ignored. Spring's own conversion also
 * ignores control characters, and white space between digits.
 */
final class ParameterEditors implements PropertyEditorRegistrar {

    @Override
    public void registerCustomEditors(PropertyEditorRegistry registry) {
        registry.registerCustomEditor(BigDecimal.class, new Editor(BigDecimal::new));
        registry.registerCustomEditor(Integer.class, new Editor(Integer::valueOf));
        registry.registerCustomEditor(Boolean.class, new Editor(ParameterEditors::parseBoolean));
        registry.registerCustomEditor(boolean.class, new Editor(ParameterEditors::parseBoolean));
    }

    private static Object parseBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> throw new IllegalArgumentException("Not a boolean");
        };
    }

    /** Reads an empty text as an absent value. */
    private static final class Editor extends PropertyEditorSupport {

        private final Function<String, Object> parse;

        Editor(Function<String, Object> parse) {
            this.parse = parse;
        }

        @Override
        public void setAsText(String text) {
            String trimmed = Text.trim(text);
            setValue(trimmed.isEmpty() ? null : parse.apply(trimmed));
        }
    }
}
