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

/** Where requests come from: the peer, or whom trusted proxies name as theirs. Anybody else's word counts for nothing. */
@Component
public class ClientAddresses {

    /** Nothing that would be looked up as a name. */
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private final List<IpAddressMatcher> trusted;

    ClientAddresses(ProxyProperties properties) {
        this.trusted = properties.matchers();
    }

    /** The nearest address that is not a trusted proxy's. */
    public String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        for (String previous : forwardedFor(request)) {
            if (!isTrusted(address) || !isAddress(previous)) {
                break;
            }
            address = previous;
        }
        return network(address);
    }

    /** The nearest first. */
    private static List<String> forwardedFor(HttpServletRequest request) {
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
        if (!ADDRESS.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Whoever has one IPv6 address has the whole network of it. */
    private static String network(String address) {
        byte[] bytes = parse(address);
        return bytes != null && bytes.length == IPV6_BYTES
                ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "::/64"
                : address;
    }
}
