package com.ticketing.common.proxies;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads addresses as proxies write them: with ports, in brackets, and with the zones of link-local addresses. */
final class IpAddresses {

    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";
    private static final String V4 = "(" + BYTE + "(?:\\." + BYTE + "){3})";
    private static final String V6 = "([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:%[0-9A-Za-z%._~-]{1,32})?";
    private static final String PORT = "(?::[0-9]{1,5})?";

    /** Matches only literal addresses, so that no header causes a DNS lookup. */
    private static final Pattern WRITTEN = Pattern.compile(V4 + PORT + "|\\[" + V6 + "]" + PORT + "|" + V6);

    /** The length of the longest address, with zone, brackets and port; it bounds the work of the pattern. */
    private static final int MAX_LENGTH = 86;

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private IpAddresses() {}

    /** Returns the address without port, brackets and zone, or empty if the text is not an address. */
    static Optional<InetAddress> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? Stream.of(1, 2, 3)
                        .map(written::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .flatMap(IpAddresses::ofLiteral)
                : Optional.empty();
    }

    private static Optional<InetAddress> ofLiteral(String literal) {
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the address, or the /64 network of an IPv6 address, since a client can use any address of its network.
     */
    static String client(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == IPV6_BYTES
                ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "::/64"
                : address.getHostAddress();
    }
}
