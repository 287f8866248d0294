package com.ticketing.auth.throttle;

import com.ticketing.common.settings.InvalidSettingException;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Whose word is taken for where a request comes from.
 *
 * @param trustedProxies addresses or networks; by default this machine alone, where the local gateway is
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
                    "AUTH_TRUSTED_PROXIES holds something that is no address or network",
                    "set it to the ingress's network, for example 10.0.0.0/8");
        }
    }
}
