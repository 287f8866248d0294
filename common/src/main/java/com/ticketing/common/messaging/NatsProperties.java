package com.ticketing.common.messaging;

import com.ticketing.common.settings.InvalidSettingException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the connection to NATS Streaming.
 *
 * @param url the addresses of the servers, separated by commas; required
 * @param clusterId the cluster id of the streaming server
 * @param clientId the client id, unique in the cluster; default: the application's name and a random suffix
 * @param ca a file with certificates in PEM format: the authorities that may issue the servers' certificates; every
 *     connection uses TLS if this is set or an address begins with {@code tls://}; default: the authorities of the JDK
 * @param channelPrefix a prefix for every channel's name, so that several environments can share a broker
 */
@Validated
@ConfigurationProperties("nats")
record NatsProperties(
        String url,

        @DefaultValue("ticketing") @Pattern(regexp = ID) String clusterId,
        @Nullable @Pattern(regexp = ID) String clientId,
        @Nullable Path ca,

        @NotNull @DefaultValue("") @Pattern(regexp = "[A-Za-z0-9_:-]*")
        String channelPrefix) {

    private static final String ID = "[A-Za-z0-9_-]+";

    NatsProperties {
        if (url == null || url.isBlank()) {
            throw new InvalidSettingException(
                    "NATS_URL is missing", "set it to the NATS Streaming server, for example nats://localhost:4222");
        }
        if (url.matches("(?i).*\\bwss?://.*")) {
            throw new InvalidSettingException("NATS_URL has the address of a WebSocket", "use nats:// or tls://");
        }
    }

    /** Returns whether connections use TLS. */
    boolean secure() {
        return ca != null || url.toLowerCase(Locale.ROOT).contains("tls://");
    }

    /** Removes user names and passwords from the addresses in a text. */
    static String withoutPasswords(@Nullable String text) {
        return String.valueOf(text).replaceAll("//[^@/\\s]*@", "//");
    }

    /** Omits passwords. */
    @Override
    public String toString() {
        return "NatsProperties[url=" + withoutPasswords(url) + ", clusterId=" + clusterId + "]";
    }
}
