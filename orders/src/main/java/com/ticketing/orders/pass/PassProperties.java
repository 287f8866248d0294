package com.ticketing.orders.pass;

import com.ticketing.common.settings.InvalidSettingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The signing keys of passes.
 *
 * @param keys the secrets of the keys, separated by commas, each of at least 32 bytes and each with the time from which
 *     it signs: {@code 2026-12-01T00:00:00Z@secret}; without a time, it signs from the beginning. Without any, there
 *     are no passes. All keys are published, so a key that is added a day before it signs is known to every scanner in
 *     time.
 */
@ConfigurationProperties("orders.pass")
record PassProperties(@Nullable List<String> keys) {

    /** In bytes: an Ed25519 key is derived from as many. */
    private static final int MIN_SECRET_LENGTH = 32;

    private static final String REMEDY = "make a secret with: openssl rand -base64 48";

    List<PassKey> signingKeys() {
        if (keys == null || keys.stream().allMatch(String::isBlank)) {
            return List.of();
        }
        List<PassKey> all = keys.stream()
                .filter(key -> !key.isBlank())
                .map(PassProperties::key)
                .toList();
        if (all.stream().noneMatch(key -> key.start().equals(Instant.MIN))) {
            throw new InvalidSettingException(
                    "ORDERS_PASS_KEYS has no key without a time",
                    "keep the first key, so that older passes stay valid");
        }
        if (all.stream().map(PassKey::id).distinct().count() < all.size()) {
            throw new InvalidSettingException("ORDERS_PASS_KEYS has a secret twice", "remove one of them");
        }
        return all;
    }

    private static PassKey key(String entry) {
        int at = entry.indexOf('@');
        byte[] secret = entry.substring(at + 1).strip().getBytes(StandardCharsets.UTF_8);
        if (secret.length < MIN_SECRET_LENGTH) {
            throw new InvalidSettingException(
                    "ORDERS_PASS_KEYS has a secret that is too short: it has " + secret.length + " bytes and needs "
                            + MIN_SECRET_LENGTH,
                    REMEDY);
        }
        return PassKey.of(at < 0 ? Instant.MIN : start(entry.substring(0, at)), secret);
    }

    private static Instant start(String time) {
        try {
            return Instant.parse(time.strip());
        } catch (DateTimeParseException e) {
            throw new InvalidSettingException(
                    "ORDERS_PASS_KEYS has a time that is not valid", "write it as 2026-12-01T00:00:00Z");
        }
    }

    /** Omits the secrets. */
    @Override
    public String toString() {
        return "PassProperties[]";
    }
}
