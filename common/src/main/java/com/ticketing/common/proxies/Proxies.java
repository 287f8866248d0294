package com.ticketing.common.proxies;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * The proxies in front of the service. Reads the client's address and other forwarded headers, if the proxies are
 * trusted.
 */
public final class Proxies {

    private final List<IpAddressMatcher> trusted;
    private final int hops;

    Proxies(ProxyProperties properties) {
        this.trusted = properties.matchers();
        this.hops = properties.hops();
    }

    /**
     * Returns the client's address: the one that the outermost trusted proxy has received the request from. An IPv6
     * address is returned as its /64 network, since a client can use any address of its network.
     */
    public String clientAddress(HttpServletRequest request) {
        Optional<InetAddress> client = IpAddresses.parse(request.getRemoteAddr());
        int proxies = 0;
        for (String previous : forwardedForNearestFirst(request)) {
            boolean fromProxy =
                    hops > 0 ? proxies < hops : client.filter(this::isTrusted).isPresent();
            Optional<InetAddress> address = fromProxy ? IpAddresses.parse(previous) : Optional.empty();
            if (address.isEmpty()) {
                break;
            }
            client = address;
            proxies++;
        }
        return client.map(IpAddresses::client).orElseGet(request::getRemoteAddr);
    }

    /**
     * Returns a trusted proxy's {@code X-Forwarded-} header of that name; empty if there is none, or no trusted proxy.
     */
    public Optional<String> forwarded(HttpServletRequest request, String name) {
        String value = request.getHeader("X-Forwarded-" + name);
        return value == null || !isFromProxy(request) ? Optional.empty() : Optional.of(value.split(",", 2)[0].strip());
    }

    private boolean isFromProxy(HttpServletRequest request) {
        return hops > 0
                || IpAddresses.parse(request.getRemoteAddr())
                        .filter(this::isTrusted)
                        .isPresent();
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(proxy -> proxy.matches(address.getHostAddress()));
    }

    private static List<String> forwardedForNearestFirst(HttpServletRequest request) {
        List<String> addresses = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
            for (String address : header.split(",", -1)) {
                addresses.add(address.strip());
            }
        }
        return addresses.reversed();
    }
}
