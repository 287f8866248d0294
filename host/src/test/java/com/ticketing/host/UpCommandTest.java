package com.ticketing.host.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final Path HOME = Path.of("/checkout");

    @Test
    void hasADefaultForEverything() {
        assertThat(parse()).isEqualTo(new Options(8080, HOME.resolve(".data"), 1, "embedded", false, false));
    }

    @Test
    void takesEveryOption() {
        assertThat(parse("--port", "0", "--data", "/tmp/x", "--replicas", "2", "--mongo", "mongodb://h/", "--demo"))
                .isEqualTo(new Options(0, Path.of("/tmp/x"), 2, "mongodb://h/", true, false));
        assertThat(parse("--help").help()).isTrue();
    }

    @Test
    void takesAValueAfterAnEqualsSign() {
        assertThat(parse("--mongo=mongodb://h/?replicaSet=rs0").mongo()).isEqualTo("mongodb://h/?replicaSet=rs0");
    }

    @Test
    void readsARelativeDataFolderFromWhereThePersonIs() {
        assertThat(parse("--data", "x").data()).isEqualTo(Path.of("x").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot", "8080", "--port=", "-x"})
    void namesWhatItDoesNotKnow(String option) {
        assertThatThrownBy(() -> parse(option))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--help");
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 65536",
        "--port, -1",
        "--port, http",
        "--replicas, 0",
        "--replicas, 21",
        "--mongo, postgres",
        "--mongo, mongodb://"
    })
    void saysWhatAValueMustBe(String option, String value) {
        assertThatThrownBy(() -> parse(option, value))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(option);
    }

    private static Options parse(String... arguments) {
        return Options.parse(HOME, List.of(arguments));
    }
}
