package com.ticketing.testsupport.input;

import com.ticketing.testsupport.SignedIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Invalid requests to a route, as a source of parameterized tests.
 *
 * <pre>{@code
 * static Stream<InvalidRequest> invalidTickets() {
 *     return InvalidRequests.to("POST", "/api/tickets").text("title", 200).price("price").requests();
 * }
 * }</pre>
 */
public final class InvalidRequests {

    private static final String JSON = "application/json";
    private static final int BODY_LIMIT = 64 * 1024;

    private final String method;
    private final String path;
    private final Map<String, String> valid = new LinkedHashMap<>();
    private final Map<String, InvalidValues> invalid = new LinkedHashMap<>();
    private @Nullable String malformedId;

    private InvalidRequests(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** Starts the description of a route. Its path is valid: {@link #malformedIds} tests paths. */
    public static InvalidRequests to(String method, String path) {
        return new InvalidRequests(method, path);
    }

    /** Adds a required text. */
    public InvalidRequests text(String name, int maxLength) {
        return field(name, InvalidValues.quoted("x"), InvalidValues.text(maxLength));
    }

    /** Adds a required text that users read: it needs a visible character, and its length is counted in code points. */
    public InvalidRequests visibleText(String name, int maxLength) {
        return field(name, InvalidValues.quoted("x"), InvalidValues.visibleText(maxLength));
    }

    public InvalidRequests price(String name) {
        return field(name, "20", InvalidValues.price());
    }

    public InvalidRequests optionalPrice(String name) {
        return field(name, InvalidValues.MISSING, InvalidValues.optionalPrice());
    }

    public InvalidRequests optionalWholeNumber(String name) {
        return field(name, InvalidValues.MISSING, InvalidValues.optionalWholeNumber());
    }

    public InvalidRequests email(String name) {
        return field(name, InvalidValues.quoted("ann@example.com"), InvalidValues.email());
    }

    /** Adds a required password with a minimum number of characters and a maximum number of bytes in UTF-8. */
    public InvalidRequests password(String name, int minLength, int maxBytes) {
        return field(name, InvalidValues.quoted("correct horse"), InvalidValues.password(minLength, maxBytes));
    }

    /**
     * Adds a required id in the body. A missing id is rejected with 400; a malformed one with 404, like an unknown one.
     */
    public InvalidRequests id(String name) {
        malformedId = name;
        return field(name, InvalidValues.quoted(SignedIn.newId()), InvalidValues.id());
    }

    private InvalidRequests field(String name, String validValue, InvalidValues values) {
        valid.put(name, validValue);
        invalid.put(name, values);
        return this;
    }

    /** Returns a request for each invalid value of each field, and for each invalid body. */
    public Stream<InvalidRequest> requests() {
        return Stream.concat(fields(), bodies());
    }

    private Stream<InvalidRequest> fields() {
        List<InvalidRequest> requests = new ArrayList<>();
        invalid.forEach((name, values) -> {
            values.invalid()
                    .forEach((label, value) -> requests.add(json(name + " " + label, with(name, value), 400, name)));
            values.mistyped()
                    .forEach((label, value) -> requests.add(json(name + " " + label, with(name, value), 400, null)));
        });
        if (malformedId != null) {
            String name = malformedId;
            requests.add(json(name + " malformed", with(name, "\"no-such-id\""), 404, null));
        }
        return requests.stream();
    }

    private Stream<InvalidRequest> bodies() {
        String validBody = body(valid);
        String large = body(withPadding());
        return Stream.of(
                json("no body", "", 400, null),
                json("not JSON", "title=x", 400, null),
                json("truncated JSON", validBody.substring(0, validBody.length() - 1), 400, null),
                json("JSON with a suffix", validBody + "}", 400, null),
                json("deeply nested JSON", "{\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}", 400, null),
                json("an array", "[]", 400, null),
                json("a string", "\"x\"", 400, null),
                json("null", "null", 400, null),
                new InvalidRequest("plain text", method, path, "text/plain", validBody, false, 415, null),
                new InvalidRequest("XML", method, path, "application/xml", "<x/>", false, 415, null),
                new InvalidRequest(
                        "a form", method, path, "application/x-www-form-urlencoded", "a=b", false, 415, null),
                json("more than 64 KiB", large, 413, null),
                new InvalidRequest("more than 64 KiB in chunks", method, path, JSON, large, true, 413, null));
    }

    private InvalidRequest json(String name, String body, int status, @Nullable String field) {
        return new InvalidRequest(name, method, path, JSON, body, false, status, field);
    }

    private String with(String name, String value) {
        Map<String, String> fields = new LinkedHashMap<>(valid);
        fields.put(name, value);
        return body(fields);
    }

    private Map<String, String> withPadding() {
        Map<String, String> fields = new LinkedHashMap<>(valid);
        fields.put("padding", InvalidValues.quoted("x".repeat(BODY_LIMIT)));
        return fields;
    }

    private static String body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().equals(InvalidValues.MISSING))
                .map(field -> InvalidValues.quoted(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * Returns requests with malformed ids, which must be rejected with 404.
     *
     * @param path contains {@code {id}}
     */
    public static Stream<InvalidRequest> malformedIds(String method, String path, @Nullable Object body) {
        String json = body == null ? "" : JsonMapper.shared().writeValueAsString(body);
        String id = SignedIn.newId();
        return Stream.of(
                        "1",
                        "no-such-id",
                        id.substring(1),
                        id + "0",
                        "z" + id.substring(1),
                        "x".repeat(500),
                        "%F0%9F%8E%9F")
                .map(malformed -> new InvalidRequest(
                        "id " + malformed, method, path.replace("{id}", malformed), JSON, json, false, 404, null));
    }
}
