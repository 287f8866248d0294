package com.ticketing.host.gateway;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;

/** The headers that concern one connection and are not forwarded. Transfer-Encoding stays: the codecs apply it. */
final class HopByHopHeaders {

    private static final List<String> NAMES = List.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade");

    private HopByHopHeaders() {}

    static void remove(HttpHeaders headers) {
        for (String named : headers.getAll("connection")) {
            for (String name : named.split(",", -1)) {
                removeNamed(headers, name.strip());
            }
        }
        NAMES.forEach(headers::remove);
    }

    /** A client must not remove by name what the codecs rely on. */
    private static void removeNamed(HttpHeaders headers, String name) {
        boolean needed = name.equalsIgnoreCase("transfer-encoding")
                || name.equalsIgnoreCase("content-length")
                || name.equalsIgnoreCase("host");
        if (!name.isEmpty() && !needed) {
            headers.remove(name);
        }
    }
}
