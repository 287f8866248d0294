package com.ticketing.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Ways to pretend to be signed in, as a source of parameterized tests. None of them may be served, or break a service. */
public final class HostileIdentities {

    private static final String ID = "5f00000000000000000000ad";
    private static final String FOREIGN_KEY = "a key that the services were never given, though long enough";

    private final String key;
    private final Map<String, Map<String, String>> all = new LinkedHashMap<>();
    private final String valid;

    private HostileIdentities(String key) {
        this.key = key;
        this.valid = token("{\"alg\":\"HS256\"}", claims(), "HmacSHA256", key);
        tamperedWith();
        otherAlgorithms();
        headersThatNameKeys();
        claimsThatDoNotHold();
        malformedCookies();
        otherHeaders();
    }

    /** More than 200, made with the services' own key where that is what an attacker would want to have. */
    public static Stream<HostileIdentity> withKey(String key) {
        return new HostileIdentities(key)
                .all.entrySet().stream().map(entry -> new HostileIdentity(entry.getKey(), entry.getValue()));
    }

    private void tamperedWith() {
        int firstDot = valid.indexOf('.');
        int lastDot = valid.lastIndexOf('.');
        for (int i = 0; i < valid.length() - 1; i += Math.max(1, valid.length() / 100)) {
            char other = valid.charAt(i) == 'A' ? 'B' : 'A';
            cookie("character " + i + " changed", valid.substring(0, i) + other + valid.substring(i + 1));
        }
        for (int cut = 1; cut <= 20; cut++) {
            cookie(cut + " characters cut off", valid.substring(0, valid.length() - cut));
        }
        cookie("no signature", valid.substring(0, lastDot + 1));
        cookie("no signature and no dot", valid.substring(0, lastDot));
        cookie("no claims", valid.substring(0, firstDot + 1) + valid.substring(lastDot));
        cookie("no header", valid.substring(firstDot));
        cookie("twice", valid + valid);
        cookie("something after it", valid + ".x");
        cookie("something before it", "x." + valid);
        cookie("in upper case", valid.toUpperCase(Locale.ROOT));
        cookie(
                "the signature of another token",
                valid.substring(0, lastDot)
                        + token("{\"alg\":\"HS256\"}", "{}", "HmacSHA256", key).replaceFirst(".*\\.", "."));
        cookie("the course's wrapping", base64("{\"jwt\":\"" + valid + "\"}"));
    }

    private void otherAlgorithms() {
        for (String name : List.of("none", "None", "NONE", "nOnE", "", " ", "null", "HS256 ", "hs256", "HS1", "dir")) {
            String header = "{\"alg\":\"" + name + "\"}";
            cookie("alg '" + name + "' unsigned", unsigned(header, claims()));
            cookie("alg '" + name + "' signed", token(header, claims(), "HmacSHA256", key));
        }
        for (String name : List.of("RS256", "RS512", "PS256", "ES256", "ES512", "EdDSA", "HS384", "HS512")) {
            String header = "{\"alg\":\"" + name + "\"}";
            cookie("alg " + name + " over HMAC", token(header, claims(), "HmacSHA256", key));
        }
        cookie("HS384 for what it is", token("{\"alg\":\"HS384\"}", claims(), "HmacSHA384", key));
        cookie("HS512 for what it is", token("{\"alg\":\"HS512\"}", claims(), "HmacSHA512", key));
        cookie("no alg", token("{\"typ\":\"JWT\"}", claims(), "HmacSHA256", key));
        cookie("alg a number", token("{\"alg\":256}", claims(), "HmacSHA256", key));
        cookie("alg a list", token("{\"alg\":[\"HS256\"]}", claims(), "HmacSHA256", key));
        cookie("critical extension", token("{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}", "{}", "HmacSHA256", key));
        for (String foreign : List.of(FOREIGN_KEY, "secret", "asdf", key + " ", key.substring(1), "")) {
            String signedWith = foreign.isEmpty() ? "\0" : foreign;
            cookie(
                    "foreign key '" + foreign.length() + "'",
                    token("{\"alg\":\"HS256\"}", claims(), "HmacSHA256", signedWith));
        }
    }

    private void headersThatNameKeys() {
        for (String kid : List.of(
                "", "/dev/null", "../../etc/passwd", "' OR 1=1 --", "{\\\"$gt\\\":\\\"\\\"}", "x".repeat(1000))) {
            String header = "{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}";
            cookie("kid " + all.size(), token(header, claims(), "HmacSHA256", FOREIGN_KEY));
        }
        String jwk = "{\"kty\":\"oct\",\"k\":\"" + base64(FOREIGN_KEY) + "\"}";
        for (String header : List.of(
                "{\"alg\":\"HS256\",\"kid\":7}",
                "{\"alg\":\"HS256\",\"kid\":null}",
                "{\"alg\":\"HS256\",\"kid\":[\"x\"]}",
                "{\"alg\":\"HS256\",\"jwk\":" + jwk + "}",
                "{\"alg\":\"HS256\",\"jku\":\"http://127.0.0.1:1/keys\"}",
                "{\"alg\":\"HS256\",\"x5u\":\"http://127.0.0.1:1/cert\"}",
                "{\"alg\":\"HS256\",\"x5c\":[\"AAAA\"]}",
                "{\"alg\":\"HS256\",\"zip\":\"DEF\"}",
                "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}")) {
            cookie("header " + header.length() + " " + all.size(), token(header, claims(), "HmacSHA256", FOREIGN_KEY));
        }
    }

    /** Nobody but a thief of the key could make these, and even so they are not served. */
    private void claimsThatDoNotHold() {
        long now = Instant.now().getEpochSecond();
        long life = Duration.ofMinutes(15).toSeconds();
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("expired", "\"iat\":" + (now - 2 * life) + ",\"exp\":" + (now - life));
        wrong.put("just expired", "\"iat\":" + (now - life - 60) + ",\"exp\":" + (now - 60));
        wrong.put("no exp", "\"iat\":" + now);
        wrong.put("no iat", "\"exp\":" + (now + life));
        wrong.put("exp null", "\"iat\":" + now + ",\"exp\":null");
        wrong.put("exp in a year", "\"iat\":" + now + ",\"exp\":" + (now + 365 * 86_400));
        wrong.put("exp at the end of time", "\"iat\":" + now + ",\"exp\":9223372036854775807");
        wrong.put("exp beyond it", "\"iat\":" + now + ",\"exp\":1e400");
        wrong.put("exp negative", "\"iat\":" + now + ",\"exp\":-1");
        wrong.put("exp words", "\"iat\":" + now + ",\"exp\":\"tomorrow\"");
        wrong.put("exp an object", "\"iat\":" + now + ",\"exp\":{}");
        wrong.put("not valid yet", "\"iat\":" + now + ",\"nbf\":" + (now + 600) + ",\"exp\":" + (now + life));
        wrong.put("a life of an hour", "\"iat\":" + now + ",\"exp\":" + (now + 3600));
        wrong.forEach((name, times) -> cookie(
                name,
                token(
                        "{\"alg\":\"HS256\"}",
                        "{\"sub\":\"" + ID + "\",\"id\":\"" + ID + "\",\"email\":\"a@example.com\"," + times + "}",
                        "HmacSHA256",
                        key)));
        String times = "\"iat\":" + now + ",\"exp\":" + (now + life);
        for (String claims : List.of(
                "{" + times + "}",
                "{\"id\":\"" + ID + "\"," + times + "}",
                "{\"sub\":null," + times + "}",
                "[]",
                "\"x\"",
                "7",
                "null",
                "{",
                "",
                "\0")) {
            cookie("claims " + all.size(), token("{\"alg\":\"HS256\"}", claims, "HmacSHA256", key));
        }
    }

    private void malformedCookies() {
        List<String> values = new ArrayList<>(List.of(
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
                "é.é.é"));
        for (int size : new int[] {100, 1000, 4000, 6000, 9000, 20_000}) {
            values.add("x".repeat(size));
            values.add("a." + "b".repeat(size) + ".c");
        }
        for (String value : values) {
            cookie(
                    "value " + value.substring(0, Math.min(12, value.length())) + " " + value.length() + " "
                            + all.size(),
                    value);
        }
        for (String cookies : List.of(
                "session=x; session=y",
                "session=x; session=" + valid,
                "session=; session=" + valid,
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
                "a=b;".repeat(500))) {
            all.put("cookies " + all.size(), Map.of("Cookie", cookies));
        }
    }

    private void otherHeaders() {
        for (String name : List.of(
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
                "Impersonate-User")) {
            all.put("header " + name, Map.of(name, ID));
        }
        String basic = Base64.getEncoder().encodeToString("admin:admin".getBytes(UTF_8));
        for (String authorization : List.of(
                "Bearer " + valid,
                "bearer " + valid,
                valid,
                "JWT " + valid,
                "Token " + valid,
                "Basic " + basic,
                "Negotiate AAAA",
                "Digest username=\"admin\"")) {
            all.put("authorization " + all.size(), Map.of("Authorization", authorization));
        }
        all.put("set-cookie", Map.of("Set-Cookie", "session=" + valid));
        all.put("cookie2", Map.of("Cookie2", "session=" + valid));
        all.put("x-cookie", Map.of("X-Cookie", "session=" + valid));
    }

    private void cookie(String name, String value) {
        all.put(name, Map.of("Cookie", "session=" + value));
    }

    private static String claims() {
        long now = Instant.now().getEpochSecond();
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("sub", "\"" + ID + "\"");
        claims.put("id", "\"" + ID + "\"");
        claims.put("email", "\"admin@example.com\"");
        claims.put("roles", "[\"admin\"]");
        claims.put("iat", String.valueOf(now));
        claims.put("exp", String.valueOf(now + 600));
        StringBuilder json = new StringBuilder("{");
        claims.forEach((name, value) -> json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
        return json.append('}').toString();
    }

    private static String unsigned(String header, String claims) {
        return base64(header) + "." + base64(claims) + ".";
    }

    private static String token(String header, String claims, String algorithm, String key) {
        String content = base64(header) + "." + base64(claims);
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
            return content + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
