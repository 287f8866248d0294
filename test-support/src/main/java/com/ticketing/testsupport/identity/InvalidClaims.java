package com.ticketing.testsupport.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Correctly signed tokens with invalid claims, which only a stolen key can produce. */
final class InvalidClaims {

    private static final long LIFETIME = Duration.ofMinutes(15).toSeconds();

    private InvalidClaims() {}

    static Stream<HostileIdentity> all(String key) {
        long now = Instant.now().getEpochSecond();
        Map<String, String> all = new LinkedHashMap<>();
        times(now)
                .forEach((name, times) -> all.put(
                        name,
                        "{\"sub\":\"%1$s\",\"id\":\"%1$s\",\"email\":\"a@example.com\",%2$s}"
                                .formatted(ForgedToken.USER_ID, times)));
        all.putAll(identities("\"iat\":" + now + ",\"exp\":" + (now + LIFETIME)));
        return all.entrySet().stream()
                .map(entry -> HostileIdentity.session(
                        "claims with " + entry.getKey(), ForgedToken.withClaims(entry.getValue(), key)));
    }

    private static Map<String, String> times(long now) {
        String issuedNow = "\"iat\":" + now + ",";
        Map<String, String> times = new LinkedHashMap<>();
        times.put("exp in the past", "\"iat\":" + (now - 2 * LIFETIME) + ",\"exp\":" + (now - LIFETIME));
        times.put("exp a minute ago", "\"iat\":" + (now - LIFETIME - 60) + ",\"exp\":" + (now - 60));
        times.put("no exp", "\"iat\":" + now);
        times.put("no iat", "\"exp\":" + (now + LIFETIME));
        times.put("exp null", issuedNow + "\"exp\":null");
        times.put(
                "exp in a year",
                issuedNow + "\"exp\":" + (now + Duration.ofDays(365).toSeconds()));
        times.put("exp the greatest long", issuedNow + "\"exp\":" + Long.MAX_VALUE);
        times.put("exp beyond a double", issuedNow + "\"exp\":1e400");
        times.put("exp negative", issuedNow + "\"exp\":-1");
        times.put("exp a word", issuedNow + "\"exp\":\"tomorrow\"");
        times.put("exp an object", issuedNow + "\"exp\":{}");
        times.put("nbf in the future", issuedNow + "\"nbf\":" + (now + 600) + ",\"exp\":" + (now + LIFETIME));
        times.put(
                "a lifetime of an hour",
                issuedNow + "\"exp\":" + (now + Duration.ofHours(1).toSeconds()));
        return times;
    }

    private static Map<String, String> identities(String validTimes) {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("no user", "{" + validTimes + "}");
        claims.put("id alone", "{\"id\":\"" + ForgedToken.USER_ID + "\"," + validTimes + "}");
        claims.put("sub null", "{\"sub\":null," + validTimes + "}");
        claims.put("an array as payload", "[]");
        claims.put("a string as payload", "\"x\"");
        claims.put("a number as payload", "7");
        claims.put("null as payload", "null");
        claims.put("truncated JSON", "{");
        claims.put("an empty payload", "");
        claims.put("a null byte as payload", "\0");
        return claims;
    }
}
