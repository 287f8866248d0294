package com.ticketing.common.security;

import com.ticketing.common.settings.InvalidSettingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key that all services share, and the tokens it signs.
 *
 * @param key the secret, used as its UTF-8 bytes; at least 32 of them
 * @param keyPrevious the key before this one, still accepted so that it can be replaced without signing everybody out
 * @param accessLife how long a token is valid; one that claims to live longer is refused
 */
@ConfigurationProperties("jwt")
record JwtProperties(
        @Nullable String key,
        @Nullable String keyPrevious,
        @DefaultValue("PT15M") Duration accessLife) {

    /** RFC 7518, section 3.2: a key for HS256 has at least the hash's 256 bits. */
    private static final int SHORTEST_KEY = 32;

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
        if (bytes.length < SHORTEST_KEY) {
            throw new InvalidSettingException(
                    name + " "
                            + (bytes.length == 0
                                    ? "is missing"
                                    : "is too short: it has " + bytes.length + " bytes and needs 32"),
                    "make one with: openssl rand -base64 48");
        }
        return bytes;
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "JwtProperties[accessLife=" + accessLife + "]";
    }
}
