package com.ticketing.common.proxies;

import com.ticketing.common.settings.InvalidSettingException;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * The proxies in front of the service.
 *
 * @param trusted the addresses or networks (CIDR) of the proxies whose {@code X-Forwarded-*} headers are trusted; by
 *     default only the local machine, where the local gateway runs. {@code AUTH_TRUSTED_PROXIES} is the previous name
 * @param hops the number of proxies that append to {@code X-Forwarded-For}, if it is known; their addresses do not
 *     matter then. With 0, all addresses of trusted networks at the end of the list are proxies
 */
@ConfigurationProperties("proxies")
record ProxyProperties(
        @DefaultValue({"127.0.0.0/8", "::1"}) List<String> trusted,
        @DefaultValue("0") int hops) {

    ProxyProperties {
        trusted = List.copyOf(trusted);
        matchers(trusted);
        if (hops < 0) {
            throw new InvalidSettingException("PROXIES_HOPS is negative", "set it to the number of proxies, or to 0");
        }
    }

    List<IpAddressMatcher> matchers() {
        return matchers(trusted);
    }

    private static List<IpAddressMatcher> matchers(List<String> networks) {
        try {
            return networks.stream().map(IpAddressMatcher::new).toList();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    "PROXIES_TRUSTED contains an entry that is not an address or network",
                    "set it to the ingress controller's network, for example 10.0.0.0/8");
        }
    }
}
