package com.ticketing.testsupport.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Malformed and unusual requests to one route: in the path, the query, each header, the cookies and the body. Each char
 * below U+0100 stands for one byte.
 */
public final class MalformedRequests {

    private static final String ESCAPED =
            "%E9 %FF%FE %C3 %C3%28 %C0%80 %E0%80%AF %ED%A0%80 %F5%80%80%80 % %4 %zz %u00e9";

    private static final List<String> UNUSUAL_QUERIES = List.of(
            "",
            "&&=&=x&q",
            "%01=x",
            "q=%00",
            "q=%EF%BF%BF",
            "q=%EF%BF%BE",
            "q=%CA%BC%F4%8F%BF%BF",
            "limit=",
            "limit=1e3",
            "limit=%00",
            "limit=-0",
            "limit=99999999999999999999",
            "limit=%EF%BC%91",
            "after=",
            "after=%00",
            "after=../x",
            "after=%F0%9F%8E%AB",
            "q=%E2%80%AE",
            "q=" + "%F0%9F%8E%AB".repeat(100),
            "q=1&q=2&q=3",
            "sold=maybe",
            "email=%00",
            "x=".concat("1&x=".repeat(1500)));

    private static final List<String> MALFORMED_PATHS = List.of(
            "/%E9",
            "/%FF",
            "/%C0%AE%C0%AE/",
            "/%zz",
            "/%",
            "/%00",
            "/..%2f..%2fx",
            "/%5cx",
            ";x=y",
            "/\u00e9",
            "/|",
            "/<x>",
            "/%2e%2e/x");

    private static final List<String> UNUSUAL_PATHS =
            List.of("/", "//", "/%0d%0aX-Injected:1", "/%20", "/%F0%9F%8E%AB", "/%7f", "/" + "x".repeat(4000));

    private static final List<String> MALFORMED_HEADERS = List.of(
            "X-Test: a\u0000b",
            "X-Test: \u0001",
            "Bad Name: 1",
            ": empty",
            "X-Test",
            "Host: a b",
            "Host: [",
            "Host: \u00e9",
            "Content-Length: abc",
            "Content-Length: -1",
            "Content-Length: 1\r\nContent-Length: 2",
            "Host: a\r\nHost: b");

    private static final List<String> UNUSUAL_HEADERS = List.of(
            "X-Test: \u0080\u009f",
            "X-Test: \u00e9",
            "Accept: nonsense",
            "Accept: */*;q=x",
            "Accept: a/b;;;=",
            "Accept: \u00e9",
            "Accept-Language: %%%",
            "Accept-Language: \u00e9;q=9",
            "Accept-Charset: nonsense",
            "Accept-Encoding: \u00e9",
            "If-None-Match: \"",
            "If-None-Match: \u00e9\u0080",
            "If-Modified-Since: never",
            "Last-Event-ID: \u00e9\u0080",
            "Last-Event-ID: 9999999999999999999999",
            "Range: bytes=9-1",
            "traceparent: 00-zz",
            "traceparent: \u00e9\u0080",
            "X-Forwarded-For: ,,%,\u00e9",
            "X-Forwarded-For: 1.2.3.4:99, [::1%x]:80",
            "X-Forwarded-Host: \u00e9:x",
            "X-Forwarded-Port: 99999999999",
            "X-Forwarded-Proto: \u00e9",
            "Forwarded: for=\"",
            "Origin: \u00e9",
            "Origin: http://[",
            "Sec-Fetch-Site: \u00e9\u0080",
            "Authorization: Bearer \u00e9",
            "Expect: nonsense",
            "Idempotency-Key: \u00e9\u0080",
            "Idempotency-Key: " + "k".repeat(300),
            "Content-Encoding: nonsense",
            "User-Agent: \u00c2\u0082",
            "User-Agent:",
            "Upgrade: nonsense",
            "X-HTTP-Method-Override: \u00e9",
            "Access-Control-Request-Method: \u00e9",
            "X-Large: " + "x".repeat(12_000));

    private static final List<String> COOKIES = List.of(
            "session=%E9",
            "session=\u00e9",
            "session=\u0080",
            "session=\"",
            "=; ;;",
            "session",
            "session=a\tb",
            "$Version=9; session=x",
            "refresh=%E9",
            "refresh=\u00e9",
            "refresh=000000000000000000000000.x",
            "session=x; ".repeat(200));

    /** A route that reads no body accepts any. */
    private static final List<Body> BODIES = List.of(
            new Body("application/x-www-form-urlencoded", "title=%E9&price=%zz"),
            new Body("application/x-www-form-urlencoded;charset=nonsense", "title=x"),
            new Body("multipart/form-data", "--x"),
            new Body("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"\u00e9\r\n"),
            new Body("application/json", "{\"title\":\"\u00e9\"}"),
            new Body("application/json", "\u00ff\u00fe\u00fd"),
            new Body("application/json", "\u0000"),
            new Body("application/json", "[".repeat(20_000)),
            new Body("application/json", "{\"title\":".repeat(5_000)),
            new Body("application/json", "{\"price\":" + "9".repeat(5_000) + "}"),
            new Body("application/json;charset=nonsense", "{}"),
            new Body("application/json; =", "{}"),
            new Body("nonsense", "{}"),
            new Body("\u00e9/\u00e9", "{}"),
            new Body("*/*", "{}"),
            new Body("application/json", "{}"),
            new Body("application/json", "{\"a\":1,\"a\":2}"),
            new Body("application/json", text("\\ud800")),
            new Body("application/json", text("\\u0000")),
            new Body("application/json", text("\\u202e")),
            new Body("application/json", text("$where")),
            new Body("application/json", "{\"price\":1e999999999,\"title\":\"A\",\"ticketId\":\"x\"}"),
            new Body("application/json", "{\"price\":1e-999999999,\"title\":\"A\",\"ticketId\":\"x\"}"),
            new Body("application/json", "{\"price\":\"\\uff11\",\"title\":\"A\",\"ticketId\":\"x\"}"));

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final String method;
    private final String path;
    private final String cookie;
    private final List<MalformedRequest> requests = new ArrayList<>();

    private record Body(String mediaType, String bytes) {}

    private MalformedRequests(String method, String path, String cookie) {
        this.method = method;
        this.path = path;
        this.cookie = cookie;
    }

    /**
     * Returns the requests to a route.
     *
     * @param cookie signs the caller in
     */
    public static List<MalformedRequest> to(String method, String path, String cookie) {
        MalformedRequests route = new MalformedRequests(method, path, cookie);
        route.addTargets();
        route.addHeaders();
        if (WITH_BODY.contains(method)) {
            route.addBodies();
        }
        return List.copyOf(route.requests);
    }

    /** A body in which each field that any route reads has the same text. */
    private static String text(String escaped) {
        return Stream.of("title", "ticketId", "orderId", "token", "email", "password", "current", "reason")
                .map(field -> "\"" + field + "\":\"" + escaped + "\"")
                .collect(Collectors.joining(",", "{", ",\"price\":5}"));
    }

    private void addTargets() {
        for (String escaped : ESCAPED.split(" ", -1)) {
            add(true, path + "?utm=" + escaped);
            add(true, path + "?" + escaped + "=1");
        }
        add(true, path + "?utm=\u00e9");
        UNUSUAL_QUERIES.forEach(query -> add(false, path + "?" + query));
        MALFORMED_PATHS.forEach(suffix -> add(true, path + suffix));
        UNUSUAL_PATHS.forEach(suffix -> add(false, path + suffix));
    }

    private void add(boolean rejected, String target) {
        requests.add(new MalformedRequest(
                List.of(method + " " + target + " HTTP/1.1", "Cookie: " + cookie), new byte[0], rejected));
    }

    private void addHeaders() {
        MALFORMED_HEADERS.forEach(header -> addHeader(true, header));
        UNUSUAL_HEADERS.forEach(header -> addHeader(false, header));
        COOKIES.forEach(value -> addHeader(false, "Cookie: " + value));
        COOKIES.forEach(value -> addHeader(false, "Cookie: " + value + "; " + cookie));
    }

    private void addHeader(boolean rejected, String header) {
        List<String> head = new ArrayList<>(List.of(method + " " + path + " HTTP/1.1"));
        if (!header.startsWith("Cookie:")) {
            head.add("Cookie: " + cookie);
        }
        head.addAll(List.of(header.split("\r\n")));
        requests.add(new MalformedRequest(List.copyOf(head), new byte[0], rejected));
    }

    private void addBodies() {
        BODIES.forEach(this::addBody);
        for (String chunks : List.of("zz\r\n", "-1\r\n", "ffffffffffffffff\r\n{}")) {
            requests.add(new MalformedRequest(
                    List.of(
                            method + " " + path + " HTTP/1.1",
                            "Cookie: " + cookie,
                            "Content-Type: application/json",
                            "Transfer-Encoding: chunked"),
                    chunks.getBytes(ISO_8859_1),
                    false));
        }
    }

    private void addBody(Body body) {
        byte[] bytes = body.bytes().getBytes(ISO_8859_1);
        requests.add(new MalformedRequest(
                List.of(
                        method + " " + path + " HTTP/1.1",
                        "Cookie: " + cookie,
                        "Content-Type: " + body.mediaType(),
                        "Content-Length: " + bytes.length),
                bytes,
                false));
    }
}
