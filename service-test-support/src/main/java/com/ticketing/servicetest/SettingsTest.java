package com.ticketing.servicetest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Verifies that an invalid setting stops the start of a service with one line. */
@ExtendWith(OutputCaptureExtension.class)
public abstract class SettingsTest {

    /** Returns the service's Spring Boot application. */
    protected abstract Class<?> application();

    @Test
    void failsToStartWithAShortKeyAndPrintsOneLineOfHelp(CapturedOutput output) {
        StartFailure.expect(application(), "--jwt.key=too short");

        assertThat(output)
                .contains("JWT_KEY is too short: it has 9 bytes and needs 32; make one with: openssl rand -base64 48")
                .doesNotContain("\tat ", "--jwt.key", "jwt.key=too short");
    }
}
