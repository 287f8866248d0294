package com.ticketing.testsupport.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Headers other than {@code Cookie} that name a user, as a reverse proxy may set them, or that contain a valid token.
 */
final class SpoofedHeaders {

    private static final List<String> PROXY_HEADERS = List.of(
            "X-User-Id",
            "X-User",
            "X-Forwarded-User",
            "X-Remote-User",
            "Remote-User",
            "X-Auth-Request-User",
            "X-Auth-Request-Email",
            "X-Authenticated-User",
            "X-Authenticated-Userid",
            "X-Forwarded-Email",
            "X-Original-User",
            "Current-User",
            "CurrentUser",
            "X-Current-User",
            "X-Roles",
            "X-Session",
            "Session",
            "X-Amzn-Oidc-Identity",
            "X-Goog-Authenticated-User-Id",
            "X-Client-Cert",
            "SSL_CLIENT_S_DN",
            "Impersonate-User");

    private SpoofedHeaders() {}

    static Stream<HostileIdentity> all(String key) {
        String valid = ForgedToken.valid(key);
        return Stream.of(
                        PROXY_HEADERS.stream().map(name -> header(name, ForgedToken.USER_ID)),
                        authorizations(valid).map(value -> header("Authorization", value)),
                        Stream.of("Set-Cookie", "Cookie2", "X-Cookie").map(name -> header(name, "session=" + valid)))
                .flatMap(identities -> identities);
    }

    private static Stream<String> authorizations(String valid) {
        String basic = Base64.getEncoder().encodeToString("admin:admin".getBytes(UTF_8));
        return Stream.of(
                "Bearer " + valid,
                "bearer " + valid,
                valid,
                "JWT " + valid,
                "Token " + valid,
                "Basic " + basic,
                "Negotiate AAAA",
                "Digest username=\"admin\"");
    }

    private static HostileIdentity header(String name, String value) {
        String start = value.substring(0, Math.min(12, value.length()));
        return new HostileIdentity("header " + name + ": " + start, Map.of(name, value));
    }
}
