package com.ticketing.auth.throttle;

import com.ticketing.common.settings.InvalidSettingException;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * The proxies in front of the service.
 *
 * @param trustedProxies The addresses or networks (CIDR) of the proxies whose X-Forwarded-For header is trusted; by
 *     default only the local machine, where the local gateway runs.
 */
@ConfigurationProperties("auth")
record ProxyProperties(@DefaultValue({"127.0.0.0/8", "::1"}) List<String> trustedProxies) {

    ProxyProperties {
        trustedProxies = List.copyOf(trustedProxies);
        matchers(trustedProxies);
    }

    List<IpAddressMatcher> matchers() {
        return matchers(trustedProxies);
    }

    private static List<IpAddressMatcher> matchers(List<String> networks) {
        try {
            return networks.stream().map(IpAddressMatcher::new).toList();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    "AUTH_TRUSTED_PROXIES contains an entry that is not an address or network",
                    "set it to the ingress controller's network, for example 10.0.0.0/8");
        }
    }
}
