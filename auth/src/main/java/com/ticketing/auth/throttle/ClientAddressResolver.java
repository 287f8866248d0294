package com.ticketing.auth.throttle;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** Resolves the client address of a request. Uses X-Forwarded-For only as far as trusted proxies have written it. */
@Component
public class ClientAddressResolver {

    /** Matches only literal addresses, so that no header causes a DNS lookup. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private final List<IpAddressMatcher> trusted;

    ClientAddressResolver(ProxyProperties properties) {
        this.trusted = properties.matchers();
    }

    /**
     * Returns the nearest address that is not a trusted proxy's. An IPv6 address is returned as its /64 network, since a
     * client can use any address of its network.
     */
    public String resolve(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        for (String previous : forwardedForNearestFirst(request)) {
            if (!isTrusted(address) || !isAddress(previous)) {
                break;
            }
            address = previous;
        }
        return ipv6Network(address);
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

    private boolean isTrusted(String address) {
        return isAddress(address) && trusted.stream().anyMatch(proxy -> proxy.matches(address));
    }

    private static boolean isAddress(String text) {
        return parse(text) != null;
    }

    private static byte @Nullable [] parse(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static String ipv6Network(String address) {
        byte[] bytes = parse(address);
        return bytes != null && bytes.length == IPV6_BYTES
                ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "::/64"
                : address;
    }
}
