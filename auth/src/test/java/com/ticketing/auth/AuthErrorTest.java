package com.ticketing.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthErrorTest {

    @ParameterizedTest
    @CsvSource({
        "EMAIL_IN_USE, Email in use",
        "EMAIL_INVALID, Email must be valid",
        "PASSWORD_MISSING, You must supply a password",
        "INVALID_CREDENTIALS, Invalid credentials",
    })
    void keepsTheMessagesOfTheContract(AuthError error, String message) {
        assertThat(error.message()).isEqualTo(message);
    }

    @Test
    void derivesTheCodeFromTheName() {
        assertThat(AuthError.PASSWORD_TOO_SHORT.code()).isEqualTo("password-too-short");
    }
}
