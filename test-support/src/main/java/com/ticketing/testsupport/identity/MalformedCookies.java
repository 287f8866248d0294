package com.ticketing.testsupport.identity;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Session cookies that contain no token, and {@code Cookie} headers that contain one in a wrong place. */
final class MalformedCookies {

    private static final List<String> VALUES = List.of(
            "",
            ".",
            "..",
            "...",
            "null",
            "undefined",
            "true",
            "0",
            "admin",
            "{}",
            "%00",
            "%2e%2e",
            "\"\"",
            "\"x\"",
            "e30.e30.e30",
            "a.b.c",
            "a.b.c.d.e",
            "*",
            "$",
            "../../etc/passwd",
            "<script>",
            "' OR '1'='1",
            "${jndi:ldap://127.0.0.1:1/x}",
            "j:{\"id\":1}",
            "s:x.y",
            "eyJ",
            "ey.ey.ey",
            "....................",
            "=",
            "==",
            "é.é.é");

    private MalformedCookies() {}

    static Stream<HostileIdentity> all(String key) {
        return Stream.concat(
                Stream.concat(VALUES.stream(), longValues()).map(MalformedCookies::session),
                headers(ForgedToken.valid(key))
                        .map(cookies -> new HostileIdentity(
                                "Cookie header " + abbreviated(cookies), Map.of("Cookie", cookies))));
    }

    private static Stream<String> longValues() {
        return IntStream.of(100, 1000, 4000, 6000, 9000, 20_000)
                .boxed()
                .flatMap(length -> Stream.of("x".repeat(length), "a." + "b".repeat(length) + ".c"));
    }

    private static HostileIdentity session(String value) {
        return HostileIdentity.session("session value " + abbreviated(value), value);
    }

    private static String abbreviated(String value) {
        return "'" + value.substring(0, Math.min(24, value.length())) + "' of length " + value.length();
    }

    private static Stream<String> headers(String valid) {
        return Stream.of(
                "session=x; session=y",
                "SESSION=" + valid,
                "Session=" + valid,
                "session2=" + valid,
                "xsession=" + valid,
                "$Version=1; session=\"x\"",
                "session",
                ";;;;",
                "session=x, session=" + valid,
                "refresh=" + valid,
                "session%3D" + valid,
                "a=b;".repeat(500));
    }
}
