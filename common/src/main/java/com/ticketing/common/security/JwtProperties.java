package com.ticketing.common.security;

import com.ticketing.common.settings.InvalidSettingException;
import com.ticketing.common.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of access tokens; the keys are the same in all services.
 *
 * @param key the signing key, used as UTF-8; at least 32 bytes; required
 * @param keyPrevious the previous key, still accepted, so that a key can be replaced without signing users out
 * @param accessLife the validity of a token; tokens with a longer one are rejected
 */
@ConfigurationProperties("jwt")
record JwtProperties(
        @Nullable String key,
        @Nullable String keyPrevious,
        @DefaultValue("PT15M") Duration accessLife) {

    /** In bytes. RFC 7518, section 3.2: a key for HS256 has at least 256 bits. */
    private static final int MIN_KEY_LENGTH = 32;

    JwtProperties {
        Settings.requirePositive("JWT_ACCESS_LIFE", accessLife, "PT15M");
    }

    SigningKey signingKey() {
        return new SigningKey(bytes("JWT_KEY", key));
    }

    Optional<SigningKey> previousKey() {
        return Optional.ofNullable(keyPrevious)
                .filter(previous -> !previous.isBlank())
                .map(previous -> new SigningKey(bytes("JWT_KEY_PREVIOUS", previous)));
    }

    private static byte[] bytes(String name, @Nullable String key) {
        byte[] bytes = key == null ? new byte[0] : key.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_KEY_LENGTH) {
            throw new InvalidSettingException(
                    name + " "
                            + (bytes.length == 0
                                    ? "is missing"
                                    : "is too short: it has " + bytes.length + " bytes and needs 32"),
                    "make one with: openssl rand -base64 48");
        }
        return bytes;
    }

    /** Omits the keys. */
    @Override
    public String toString() {
        return "JwtProperties[accessLife=" + accessLife + "]";
    }
}
