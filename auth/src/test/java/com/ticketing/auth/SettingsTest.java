package com.ticketing.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A setting that cannot be right stops the start with one sentence. */
@ExtendWith(OutputCaptureExtension.class)
class SettingsTest {

    @ParameterizedTest
    @CsvSource({
        "--jwt.key=too-short-to-be-good, JWT_KEY is too short",
        "--jwt.key-previous=too-short-to-be-good, JWT_KEY_PREVIOUS is too short",
        "--auth.admin.email=root@example.com, Only one of AUTH_ADMIN_EMAIL and AUTH_ADMIN_PASSWORD is set",
        "--auth.admin.password=a good long secret, Only one of AUTH_ADMIN_EMAIL and AUTH_ADMIN_PASSWORD is set",
        "--auth.admin.email=root--auth.admin.password=a good long secret, AUTH_ADMIN_EMAIL is not an email address",
        "--auth.admin.email=root@example.com--auth.admin.password=too short, AUTH_ADMIN_PASSWORD must be between 12 and 72 bytes",
        "--auth.passwords.iterations=0, AUTH_PASSWORDS_ITERATIONS",
        "--auth.sessions.life=PT0S, AUTH_SESSIONS_LIFE",
    })
    void aWrongSettingIsNamedAndNotShown(String arguments, String message, CapturedOutput output) {
        start(arguments);

        assertThat(output).contains(message);
        assertThat(output).doesNotContain("too-short-to-be-good", "a good long secret", "\tat ");
    }

    private static void start(String arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.mongodb.uri=mongodb://127.0.0.1:1/auth?serverSelectionTimeoutMS=1",
                "--nats.url=nats://127.0.0.1:1"));
        if (!arguments.contains("--jwt.key=")) {
            all.add("--jwt.key=a-key-that-is-long-enough-for-hs256-0123456789");
        }
        for (int start = 0; start >= 0; ) {
            int next = arguments.indexOf("--", start + 2);
            all.add(next < 0 ? arguments.substring(start) : arguments.substring(start, next));
            start = next;
        }
        try {
            SpringApplication.run(AuthApplication.class, all.toArray(String[]::new))
                    .close();
        } catch (RuntimeException e) {
            return;
        }
        throw new AssertionError("It started");
    }
}
