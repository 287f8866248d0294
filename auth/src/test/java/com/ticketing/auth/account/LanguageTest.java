package com.ticketing.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|GERMAN",
                "de-AT,de;q=0.9,en;q=0.8|GERMAN",
                "fr-FR,fr;q=0.9,en;q=0.5,de;q=0.4|ENGLISH",
                "en;q=0.5,de;q=0.9|GERMAN",
                "EN-us|ENGLISH",
            })
    void readsThePreferredLanguage(String header, Language language) {
        assertThat(Language.preferred(header)).contains(language);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"*", "fr", "de;q=x", ";;;", "ü", "-"})
    void ignoresOtherHeaders(String header) {
        assertThat(Language.preferred(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 20_000})
    void ignoresLongHeaders(int length) {
        assertThat(Language.preferred("de,".repeat(length / 3 + 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"de, GERMAN", "en, ENGLISH", "xx, ENGLISH", ", ENGLISH"})
    void readsTheStoredCode(String tag, Language language) {
        assertThat(Language.of(tag)).isEqualTo(language);
    }
}
