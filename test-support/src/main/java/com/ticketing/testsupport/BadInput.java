package com.ticketing.testsupport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bad requests of a route, as a source of parameterized tests.
 *
 * <pre>{@code
 * static Stream<BadRequest> badTickets() {
 *     return BadInput.to("POST", "/api/tickets").text("title", 200).price("price").requests();
 * }
 * }</pre>
 */
public final class BadInput {

    private static final String JSON = "application/json";
    private static final int BODY_LIMIT = 64 * 1024;

    private final String method;
    private final String path;
    private final Map<String, String> valid = new LinkedHashMap<>();
    private final Map<String, BadValues> bad = new LinkedHashMap<>();
    private @Nullable String malformedId;

    private BadInput(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** A route whose path is right; {@link #malformedIds} is for the others. */
    public static BadInput to(String method, String path) {
        return new BadInput(method, path);
    }

    /** A required text of at most so many characters. */
    public BadInput text(String name, int maxLength) {
        return field(name, BadValues.quoted("x"), BadValues.text(maxLength));
    }

    public BadInput price(String name) {
        return field(name, "20", BadValues.price());
    }

    public BadInput optionalPrice(String name) {
        return field(name, BadValues.MISSING, BadValues.optionalPrice());
    }

    public BadInput optionalWholeNumber(String name) {
        return field(name, BadValues.MISSING, BadValues.optionalWholeNumber());
    }

    public BadInput email(String name) {
        return field(name, BadValues.quoted("ann@example.com"), BadValues.email());
    }

    /** Its length is counted in bytes of UTF-8. */
    public BadInput password(String name, int minBytes, int maxBytes) {
        return field(name, BadValues.quoted("correct horse"), BadValues.password(minBytes, maxBytes));
    }

    /** An id in the body: missing is 400, malformed is 404 as if nothing had it. */
    public BadInput id(String name) {
        malformedId = name;
        return field(name, BadValues.quoted(SignedIn.newId()), BadValues.id());
    }

    private BadInput field(String name, String validValue, BadValues values) {
        valid.put(name, validValue);
        bad.put(name, values);
        return this;
    }

    /** Each field wrong in each way, and the whole body wrong in each way. */
    public Stream<BadRequest> requests() {
        return Stream.concat(fields(), bodies());
    }

    private Stream<BadRequest> fields() {
        List<BadRequest> requests = new ArrayList<>();
        bad.forEach((name, values) -> {
            values.refused()
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

    private Stream<BadRequest> bodies() {
        String good = body(valid);
        String large = body(withPadding());
        return Stream.of(
                json("no body", "", 400, null),
                json("no JSON", "title=x", 400, null),
                json("JSON that ends early", good.substring(0, good.length() - 1), 400, null),
                json("JSON that goes on", good + "}", 400, null),
                json("JSON nested deeply", "{\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}", 400, null),
                json("a list", "[]", 400, null),
                json("a text", "\"x\"", 400, null),
                json("a null", "null", 400, null),
                new BadRequest("plain text", method, path, "text/plain", good, false, 415, null),
                new BadRequest("XML", method, path, "application/xml", "<x/>", false, 415, null),
                new BadRequest("a form", method, path, "application/x-www-form-urlencoded", "a=b", false, 415, null),
                json("more than 64 KiB", large, 413, null),
                new BadRequest("more than 64 KiB in chunks", method, path, JSON, large, true, 413, null));
    }

    private BadRequest json(String name, String body, int status, @Nullable String field) {
        return new BadRequest(name, method, path, JSON, body, false, status, field);
    }

    private String with(String name, String value) {
        Map<String, String> fields = new LinkedHashMap<>(valid);
        fields.put(name, value);
        return body(fields);
    }

    private Map<String, String> withPadding() {
        Map<String, String> fields = new LinkedHashMap<>(valid);
        fields.put("padding", BadValues.quoted("x".repeat(BODY_LIMIT)));
        return fields;
    }

    private static String body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().equals(BadValues.MISSING))
                .map(field -> BadValues.quoted(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Requests to a path with {@code {id}} in it, whose id is none: 404, and the input is not echoed. */
    public static Stream<BadRequest> malformedIds(String method, String path, @Nullable Object body) {
        String json = body == null ? "" : Api.JSON.writeValueAsString(body);
        String id = SignedIn.newId();
        return Stream.of(
                        "1",
                        "no-such-id",
                        id.substring(1),
                        id + "0",
                        "z" + id.substring(1),
                        "x".repeat(500),
                        "%F0%9F%8E%9F")
                .map(malformed -> new BadRequest(
                        "id " + malformed, method, path.replace("{id}", malformed), JSON, json, false, 404, null));
    }
}
