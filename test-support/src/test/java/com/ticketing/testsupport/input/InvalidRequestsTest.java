package com.ticketing.testsupport.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import com.ticketing.testsupport.Api;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class InvalidRequestsTest {

    @Test
    void returnsRequestsWithOneInvalidFieldEach() {
        List<InvalidRequest> requests = InvalidRequests.to("POST", "/api/tickets")
                .text("title", 5)
                .price("price")
                .requests()
                .toList();

        assertThat(requests).extracting(InvalidRequest::name).doesNotHaveDuplicates();
        assertThat(find(requests, "title missing")).isEqualTo("{\"price\":20}");
        assertThat(find(requests, "title too long")).isEqualTo("{\"title\":\"xxxxxx\",\"price\":20}");
        assertThat(find(requests, "price three decimals")).isEqualTo("{\"title\":\"x\",\"price\":19.999}");
        assertThat(find(requests, "more than 64 KiB")).hasSizeGreaterThan(64 * 1024);
    }

    @Test
    void omitsOptionalFields() {
        List<InvalidRequest> requests = InvalidRequests.to("PUT", "/api/tickets/1")
                .text("title", 5)
                .optionalWholeNumber("version")
                .optionalPrice("minPrice")
                .requests()
                .toList();

        assertThat(find(requests, "title empty")).isEqualTo("{\"title\":\"\"}");
        assertThat(requests).extracting(InvalidRequest::name).doesNotContain("version missing", "minPrice missing");
        assertThat(find(requests, "version a word")).contains("\"version\":\"first\"");
    }

    @Test
    void returnsAPasswordThatIsTooLongInBytes() {
        List<InvalidRequest> requests = InvalidRequests.to("POST", "/api/users/signup")
                .email("email")
                .password("password", 8, 72)
                .requests()
                .toList();

        String body = find(requests, "password too long in bytes");

        assertThat(JsonMapper.shared()
                        .readTree(body)
                        .path("password")
                        .asString()
                        .getBytes(UTF_8))
                .hasSize(74);
    }

    @Test
    void returnsMalformedIdsInPathsAndBodies() {
        assertThat(InvalidRequests.malformedIds("PUT", "/api/tickets/{id}", Map.of("title", "x")))
                .isNotEmpty()
                .allSatisfy(request -> {
                    assertThat(request.path()).startsWith("/api/tickets/").doesNotContain("{");
                    assertThat(request.body()).isEqualTo("{\"title\":\"x\"}");
                    assertThat(request.status()).isEqualTo(404);
                });
        assertThat(InvalidRequests.to("POST", "/api/orders").id("ticketId").requests())
                .filteredOn(request -> request.status() == 404)
                .singleElement()
                .extracting(InvalidRequest::body)
                .isEqualTo("{\"ticketId\":\"no-such-id\"}");
    }

    @Test
    void failsUnlessTheResponseHasTheExpectedStatusAndField() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] response = "{\"errors\":[{\"message\":\"No\",\"field\":\"title\",\"code\":\"no\"}]}".getBytes(UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(400, response.length);
            exchange.getResponseBody().write(response);
            exchange.close();
        });
        server.start();
        try {
            Api api = new Api("http://localhost:" + server.getAddress().getPort());

            request(400, "title").assertRejectedBy(api);
            request(400, null).assertRejectedBy(api);
            assertFails(request(404, "title"), api);
            assertFails(request(400, "price"), api);
        } finally {
            server.stop(0);
        }
    }

    private static void assertFails(InvalidRequest request, Api api) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> request.assertRejectedBy(api));
    }

    private static InvalidRequest request(int status, @Nullable String field) {
        return new InvalidRequest("invalid", "POST", "/", "application/json", "{}", true, status, field);
    }

    private static String find(List<InvalidRequest> requests, String name) {
        return requests.stream()
                .filter(request -> request.name().equals(name))
                .findFirst()
                .orElseThrow()
                .body();
    }
}
