package com.ticketing.host.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final UpOptions OPTIONS = new UpOptions(0, Path.of("data"), 1, "embedded", false, false);

    /** A service does not start with an empty key, so ./up must make one. */
    @Test
    void blankVariablesCountAsUnset() {
        Settings settings =
                new Settings(Path.of("home"), Path.of("cache"), OPTIONS, Map.of("JWT_KEY", " ", "LANG", "C"));

        assertThat(settings.environment()).containsExactly(Map.entry("LANG", "C"));
        assertThat(settings.variable("JWT_KEY")).isEmpty();
    }
}
