package com.ticketing.common.security;

import com.ticketing.common.settings.InvalidSettingException;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The origins of the page.
 *
 * @param allowed origins whose pages may send requests with cookies, such as {@code https://tickets.example:8443}; only
 *     needed if the proxies in front forward neither the host and port of the page's address nor trusted
 *     {@code X-Forwarded-Host} and {@code X-Forwarded-Port} headers
 */
@ConfigurationProperties("origins")
record OriginProperties(@DefaultValue List<String> allowed) {

    OriginProperties {
        allowed = List.copyOf(allowed);
        allowed.forEach(OriginProperties::parse);
    }

    List<Origin> origins() {
        return allowed.stream().map(OriginProperties::parse).toList();
    }

    private static Origin parse(String text) {
        return Origin.parse(text)
                .orElseThrow(() -> new InvalidSettingException(
                        "ORIGINS_ALLOWED contains an entry that is not an origin",
                        "write scheme, host and port, if it is not the default one: https://tickets.example:8443"));
    }
}
