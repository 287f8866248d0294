package com.ticketing.common.security;

import com.ticketing.common.settings.InvalidSettingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key that all services share, and the tokens it signs.
 *
 * @param key the secret, used as its UTF-8 bytes; at least 32 of them
 * @param accessLife how long a token is valid; one that claims to live longer is refused
 */
@ConfigurationProperties("jwt")
record JwtProperties(
        @Nullable String key, @DefaultValue("PT15M") Duration accessLife) {

    /** RFC 7518, section 3.2: a key for HS256 has at least the hash's 256 bits. */
    private static final int SHORTEST_KEY = 32;

    byte[] keyBytes() {
        byte[] bytes = key == null ? new byte[0] : key.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_KEY) {
            throw new InvalidSettingException(
                    "JWT_KEY "
                            + (key == null
                                    ? "is missing"
                                    : "is too short: it has " + bytes.length + " bytes and needs 32"),
                    "make one with: openssl rand -base64 48");
        }
        return bytes;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "JwtProperties[accessLife=" + accessLife + "]";
    }
}
