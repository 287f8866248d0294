package com.ticketing.auth.session;

import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.signIn;
import static com.ticketing.auth.TestAccounts.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** The service with the settings of a developer: plain HTTP and verbose logs. */
@AuthTest
@TestPropertySource(properties = "auth.secure-cookies=false")
@ExtendWith(OutputCaptureExtension.class)
class PlainHttpIT {

    private final LoggingSystem logging = LoggingSystem.get(PlainHttpIT.class.getClassLoader());

    @Autowired
    private Api api;

    @BeforeEach
    void logVerbosely() {
        logging.setLogLevel("com.ticketing", LogLevel.TRACE);
        logging.setLogLevel("org.springframework.web", LogLevel.DEBUG);
    }

    /** Levels are those of the whole JVM, and other tests read logs. */
    @AfterEach
    void resetLevels() {
        logging.setLogLevel("com.ticketing", null);
        logging.setLogLevel("org.springframework.web", null);
    }

    @Test
    void omitsTheSecureAttributeIfConfigured() {
        ApiResponse response = signUp(api, newEmail());

        assertThat(response.setCookie("session").orElseThrow())
                .doesNotContain("Secure")
                .contains("HttpOnly");
    }

    @Test
    void logsNoCredentials(CapturedOutput output) {
        String email = newEmail();
        ApiResponse response = signUp(api, email).expect(201);
        signUp(api, email).expect(400);
        signIn(api, email, PASSWORD).expect(200);
        signIn(api, email, PASSWORD + "!").expect(400);
        api.as(response.session()).get("/api/users/currentuser").expect(200);

        assertThat(output.getAll())
                .contains("POST \"/api/users/signup\"")
                .doesNotContain(email, PASSWORD, "$argon2", response.session());
    }
}
