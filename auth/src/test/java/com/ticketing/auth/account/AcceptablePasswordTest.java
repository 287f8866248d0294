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

class AcceptablePasswordTest {

    private record Choice(@AcceptablePassword @Nullable String password) {}

    static Stream<String> good() {
        return Stream.of("8 bytes!", "x".repeat(72), "éééé", "€".repeat(24), " spaces ");
    }

    static Stream<String> bad() {
        return Stream.of("", "7 bytes", "x".repeat(73), "ééé", "€".repeat(25), "x".repeat(60_000));
    }

    @ParameterizedTest
    @MethodSource("good")
    void takes8To72Bytes(String password) {
        assertThat(messages(password)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @MethodSource("bad")
    void refusesAllElse(@Nullable String password) {
        assertThat(messages(password)).containsExactly("Password must be between 8 and 72 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "Password1", "qwerty123", "ILOVEYOU", "12345678", "P@ssw0rd"})
    void refusesWhatEverybodyTriesFirst(String password) {
        assertThat(messages(password)).containsExactly("Password is too common");
    }

    private static Stream<String> messages(@Nullable String password) {
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            return validators.getValidator().validate(new Choice(password)).stream()
                    .map(ConstraintViolation::getMessage);
        }
    }
}
