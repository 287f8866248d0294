package com.ticketing.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.servicetest.SettingsTest;
import com.ticketing.servicetest.StartFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;

class InvalidSettingsTest extends SettingsTest {

    @Override
    protected Class<?> application() {
        return AuthApplication.class;
    }

    @ParameterizedTest
    @CsvSource({
        "--jwt.key-previous=too-short-to-be-good, JWT_KEY_PREVIOUS is too short",
        "--auth.admin.email=root@example.com, Only one of AUTH_ADMIN_EMAIL and AUTH_ADMIN_PASSWORD is set",
        "--auth.admin.password=a good long secret, Only one of AUTH_ADMIN_EMAIL and AUTH_ADMIN_PASSWORD is set",
        "--auth.admin.email=root--auth.admin.password=a good long secret, AUTH_ADMIN_EMAIL is not an email address",
        "--auth.admin.email=root@example.com--auth.admin.password=too short, AUTH_ADMIN_PASSWORD must be between 12 and 72 bytes",
        "--auth.passwords.iterations=0, AUTH_PASSWORDS_ITERATIONS",
        "--auth.sessions.life=PT0S, AUTH_SESSIONS_LIFE",
        "--auth.sessions.max-per-account=0, AUTH_SESSIONS_MAX_PER_ACCOUNT",
        "--auth.mail.longest-pause=PT1S, AUTH_MAIL_LONGEST_PAUSE",
        "--auth.mail.url=mail.example.com/emails, AUTH_MAIL_URL is not an http address",
        "--auth.mail.url=https:emails, AUTH_MAIL_URL is not an http address",
        "--auth.mail.url=ftp://mail.example.com/emails, AUTH_MAIL_URL is not an http address",
        "--spring.mail.host=localhost--auth.mail.page=https://example.com, SPRING_MAIL_HOST is set and AUTH_MAIL_FROM is not",
        "--spring.mail.host=localhost--auth.mail.from=a@example.com, SPRING_MAIL_HOST is set and AUTH_MAIL_PAGE is not",
        "--spring.mail.host=localhost--auth.mail.from=tickets--auth.mail.page=https://example.com, AUTH_MAIL_FROM is not an email address",
        "--auth.audit.retention=PT0S, AUTH_AUDIT_RETENTION",
    })
    void namesTheInvalidSettingAndHidesItsValue(String settings, String message, CapturedOutput output) {
        StartFailure.expect(application(), settings.split("(?<=.)(?=--)"));

        assertThat(output).contains(message);
        assertThat(output).doesNotContain("too-short-to-be-good", "a good long secret", "\tat ");
    }
}
