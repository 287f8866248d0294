package com.ticketing.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidPasswordTest {

    private record NewPassword(@ValidPassword @Nullable String password) {}

    static Stream<String> valid() {
        return Stream.of(
                "8 chars!",
                "x".repeat(72),
                "éééééééé",
                "€".repeat(24),
                " spaces ",
                "🎟🎸🎺🎻🥁🎷🎹🪕",
                "パスワードです!",
                "e\u0301".repeat(30));
    }

    static Stream<String> tooLong() {
        return Stream.of("x".repeat(73), "€".repeat(25), "x".repeat(60_000), "🎟".repeat(19));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void acceptsAPasswordOf8CharactersTo72Bytes(String password) {
        assertThat(codes(password)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "7 chars", "éééé", "🎟🎟🎟🎟", "éééééée\u0301"})
    void rejectsAMissingOrTooShortPassword(@Nullable String password) {
        assertThat(codes(password)).containsExactly("{password-too-short}");
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void rejectsATooLongPassword(String password) {
        assertThat(codes(password)).containsExactly("{password-too-long}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a password\u0000",
                "line\nbreak",
                "pass\u200Bword here",
                "\u202Epassword here",
                "\uD800 password"
            })
    void rejectsControlsAndInvisibleCharacters(String password) {
        assertThat(codes(password)).containsExactly("{password-malformed}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password1",
                "qwerty123",
                "ILOVEYOU",
                "12345678",
                "P@ssw0rd",
                " password ",
                "pässwörd",
                "ｐａｓｓｗｏｒｄ",
                "\u3000qwerty123\u00A0"
            })
    void rejectsACommonPassword(String password) {
        assertThat(codes(password)).containsExactly("{password-too-common}");
    }

    private static Stream<String> codes(@Nullable String password) {
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            return validators.getValidator().validate(new NewPassword(password)).stream()
                    .map(ConstraintViolation::getMessageTemplate);
        }
    }
}
