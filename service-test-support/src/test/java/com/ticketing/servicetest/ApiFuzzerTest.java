package com.ticketing.servicetest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.ApiResponse;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ApiFuzzerTest {

    private static final String ERROR = "{\"errors\":[{\"message\":\"Bad Request\",\"code\":\"bad-request\"}]}";

    private final ApiRoutes routes = ApiRoutes.of("tickets");

    @Test
    void reportsFailuresAndErrorsInAnotherFormat() {
        ApiFuzzer.Report failing = new ApiFuzzer(routes, 1, (head, body) -> response(500, ERROR)).run(1);
        ApiFuzzer.Report page = new ApiFuzzer(routes, 1, (head, body) -> response(404, "<html>")).run(1);
        ApiFuzzer.Report good = new ApiFuzzer(routes, 1, (head, body) -> response(400, ERROR)).run(1);

        assertThat(failing.failures()).hasSize(routes.routes().size());
        assertThat(page.failures()).hasSize(routes.routes().size());
        assertThat(good.failures()).isEmpty();
        assertThat(good.statuses()).isEqualTo(Map.of(400, routes.routes().size()));
    }

    @Test
    void reportsTheRequestsOfMalformedResponses() {
        ApiFuzzer.Report report = new ApiFuzzer(routes, 1, (head, body) -> {
                    throw new IOException("Malformed header ': 0'");
                })
                .run(1);

        assertThat(report.failures())
                .hasSize(routes.routes().size())
                .allMatch(failure -> failure.contains(" HTTP/1.1 | ") && failure.contains("Malformed header ': 0'"));
    }

    /** A failure that only one value of one field causes is found. */
    @Test
    void findsAFailureOfASingleValue() {
        ApiFuzzer.Report report = new ApiFuzzer(
                        routes,
                        1,
                        (head, body) -> response(
                                new String(body, UTF_8).contains("\"title\":\"a\\u0000b\"") ? 500 : 400, ERROR))
                .run(FuzzTest.REQUESTS_PER_ROUTE);

        assertThat(report.failures()).isNotEmpty();
    }

    @Test
    void usesTheIdsOfEarlierResponses() {
        Set<String> paths = new TreeSet<>();
        String id = "00000000000000000000abcd";
        new ApiFuzzer(routes, 1, (head, body) -> {
                    paths.add(head.getFirst());
                    return response(200, "{\"id\":\"" + id + "\"}");
                })
                .run(20);

        assertThat(paths).anyMatch(path -> path.contains("/api/tickets/" + id));
    }

    private static ApiResponse response(int status, String body) {
        Map<String, List<String>> headers = Map.of("Content-Type", List.of("application/json"));
        return new ApiResponse(status, HttpHeaders.of(headers, (name, value) -> true), body);
    }
}
