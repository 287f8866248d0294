package com.ticketing.tickets.delivery;

import com.ticketing.common.settings.InvalidSettingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys of deliveries.
 *
 * @param key the secret that encrypts new deliveries, used as UTF-8; at least 32 bytes; without it, no deliveries can
 *     be given
 * @param keyPrevious the previous secrets, separated by commas; deliveries that they have encrypted stay readable
 */
@ConfigurationProperties("tickets.delivery")
record DeliveryProperties(@Nullable String key, @Nullable List<String> keyPrevious) {

    /** In bytes: AES-256 has keys of this length. */
    private static final int MIN_KEY_LENGTH = 32;

    /** Returns the key of new deliveries, and then the previous ones; none if there are no deliveries. */
    List<DeliveryKey> keys() {
        List<DeliveryKey> keys = new ArrayList<>();
        if (isMissing(key)
                && Stream.ofNullable(keyPrevious).flatMap(List::stream).allMatch(String::isBlank)) {
            return List.of();
        }
        keys.add(key("TICKETS_DELIVERY_KEY", key));
        Stream.ofNullable(keyPrevious)
                .flatMap(List::stream)
                .filter(previous -> !previous.isBlank())
                .map(previous -> key("TICKETS_DELIVERY_KEY_PREVIOUS", previous))
                .forEach(keys::add);
        return List.copyOf(keys);
    }

    private static boolean isMissing(@Nullable String secret) {
        return secret == null || secret.isBlank();
    }

    private static DeliveryKey key(String name, @Nullable String secret) {
        byte[] bytes = Objects.requireNonNullElse(secret, "").getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_KEY_LENGTH) {
            throw new InvalidSettingException(
                    name
                            + (bytes.length == 0
                                    ? " is missing"
                                    : " is too short: it has " + bytes.length + " bytes and needs " + MIN_KEY_LENGTH),
                    "make one with: openssl rand -base64 48");
        }
        return DeliveryKey.of(bytes);
    }

    /** Omits the keys. */
    @Override
    public String toString() {
        return "DeliveryProperties[]";
    }
}
