package com.ticketing.auth.account;

import com.ticketing.common.settings.InvalidSettingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first admin, who is created at start if nobody has the address; neither is set for none.
 *
 * @param email their address
 * @param password to be changed by them
 */
@ConfigurationProperties("auth.admin")
record AdminProperties(@Nullable String email, @Nullable String password) {

    /** Nobody guesses it as long as it has not been changed. */
    private static final int SHORTEST = 12;

    AdminProperties {
        if (email != null && EmailAddress.parse(email).isEmpty()) {
            throw new InvalidSettingException("AUTH_ADMIN_EMAIL is not an email address", "correct it or leave it out");
        }
        if ((email == null) != (password == null)) {
            throw new InvalidSettingException(
                    "Only one of AUTH_ADMIN_EMAIL and AUTH_ADMIN_PASSWORD is set", "set both or neither");
        }
        if (password != null && (length(password) < SHORTEST || length(password) > AcceptablePassword.LONGEST)) {
            throw new InvalidSettingException(
                    "AUTH_ADMIN_PASSWORD must be between 12 and 72 bytes", "make one with: openssl rand -base64 18");
        }
    }

    private static int length(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Without either. */
    @Override
    public String toString() {
        return "AdminProperties";
    }
}
