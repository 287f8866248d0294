package com.ticketing.auth.account;

import com.ticketing.common.settings.InvalidSettingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The initial admin account, which the service creates at startup if no account has this email. Set both values or
 * neither.
 *
 * @param email The email of the initial admin account; unset creates no admin.
 * @param password The password of the initial admin account, 12 to 72 bytes; the admin should change it after the first
 *     sign-in.
 */
@ConfigurationProperties("auth.admin")
record InitialAdminProperties(
        @Nullable String email, @Nullable String password) {

    /** Longer than for other accounts, because the password protects an admin and may never be changed. */
    private static final int MIN_PASSWORD_BYTES = 12;

    InitialAdminProperties {
        if (email != null && EmailAddress.parse(email).isEmpty()) {
            throw new InvalidSettingException("AUTH_ADMIN_EMAIL is not an email address", "correct it or leave it out");
        }
        if ((email == null) != (password == null)) {
            throw new InvalidSettingException(
                    "Only one of AUTH_ADMIN_EMAIL and AUTH_ADMIN_PASSWORD is set", "set both or neither");
        }
        if (password != null && !isAcceptable(password)) {
            throw new InvalidSettingException(
                    "AUTH_ADMIN_PASSWORD must be between 12 and 72 bytes",
                    "generate one with: openssl rand -base64 18");
        }
    }

    private static boolean isAcceptable(String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        return bytes >= MIN_PASSWORD_BYTES && bytes <= ValidPassword.MAX_BYTES;
    }

    /** Omits email and password. */
    @Override
    public String toString() {
        return "InitialAdminProperties";
    }
}
