package com.ticketing.servicetest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends random requests to the routes of an OpenAPI description. Reports failures, errors in another format and
 * malformed responses.
 */
final class ApiFuzzer {

    /** Writes a lone surrogate as an escape, since it has no encoding. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** The first half of the addresses for benchmarks (RFC 2544). */
    private static final String ADDRESSES = "198.18.";

    private final ApiRoutes routes;
    private final FuzzedValues values;
    private final Sender sender;
    private final List<String> callers;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int addresses;

    /** Sends a request to the service. */
    @FunctionalInterface
    interface Sender {
        ApiResponse send(List<String> head, byte[] body) throws IOException;
    }

    /**
     * The result of a run.
     *
     * @param statuses the number of responses, by status
     * @param failures the requests that failed, with what was wrong
     */
    record Report(int requests, Map<Integer, Integer> statuses, List<String> failures) {}

    ApiFuzzer(ApiRoutes routes, long seed, Sender sender) {
        this.routes = routes;
        this.values = new FuzzedValues(new Random(seed), routes);
        this.sender = sender;
        this.callers = List.of(
                SignedIn.as(SignedIn.newId(), "one@example.com"),
                SignedIn.as(SignedIn.newId(), "two@example.com"),
                SignedIn.as(SignedIn.newId(), "admin@example.com", "admin"));
    }

    /** Sends the number of requests to each route, the routes in turn. */
    Report run(int requestsPerRoute) {
        for (int i = 0; i < requestsPerRoute; i++) {
            for (ApiRoutes.Route route : routes.routes()) {
                send(route);
            }
        }
        int requests = statuses.values().stream().mapToInt(Integer::intValue).sum();
        return new Report(requests, Map.copyOf(statuses), List.copyOf(failures));
    }

    private void send(ApiRoutes.Route route) {
        byte[] body = body(route);
        List<String> head = head(route, body);
        // all bytes of the request: its head and its body have ASCII characters only
        String request = String.join(" | ", head) + " | " + new String(body, UTF_8);
        try {
            ApiResponse response = sender.send(head, body);
            statuses.merge(response.status(), 1, Integer::sum);
            check(request, response);
        } catch (IOException | RuntimeException e) {
            failures.add("no valid response: " + request + ": " + e);
        }
    }

    private void check(String request, ApiResponse response) {
        if (response.status() >= 500) {
            failures.add(response.status() + ": " + request);
        } else if (response.status() >= 400) {
            try {
                response.errors();
            } catch (AssertionError | JacksonException e) {
                failures.add("not in the contract's format: " + request + ": " + e.getMessage());
            }
        } else if (!response.text().isEmpty()) {
            values.addIds(response.json());
        }
    }

    private List<String> head(ApiRoutes.Route route, byte[] body) {
        StringBuilder path = new StringBuilder(route.path());
        StringBuilder query = new StringBuilder();
        List<String> headers = new ArrayList<>();
        for (JsonNode parameter : route.operation().path("parameters")) {
            String name = parameter.path("name").asString();
            String value = values.parameter(name, parameter.path("schema"));
            switch (parameter.path("in").asString()) {
                case "path" -> {
                    int start = path.indexOf("{" + name + "}");
                    path.replace(start, start + name.length() + 2, value.replace("+", "%20"));
                }
                case "query" -> {
                    if (values.chance(6)) {
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(name)
                                .append('=')
                                .append(value);
                    }
                }
                default -> {
                    if (values.chance(5)) {
                        headers.add(name + ": " + value);
                    }
                }
            }
        }
        headers.addFirst(route.method() + " " + path + query + " HTTP/1.1");
        if (values.chance(8)) {
            headers.add("Cookie: " + values.oneOf(callers));
        }
        // a new address each time, so that limits per address do not end the run
        addresses++;
        headers.add("X-Forwarded-For: " + ADDRESSES + addresses / 256 % 256 + "." + addresses % 256);
        if (body.length > 0) {
            headers.add("Content-Type: application/json");
            headers.add("Content-Length: " + body.length);
        }
        return headers;
    }

    private byte[] body(ApiRoutes.Route route) {
        JsonNode schema = route.operation()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return schema.isMissingNode()
                ? new byte[0]
                : JSON.writeValueAsString(values.value("", schema)).getBytes(UTF_8);
    }
}
