package com.ticketing.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.ticketing.testsupport.ApiResponse.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {

    private HttpServer server = started();
    private int status = 200;
    private String responseBody = "{}";
    private String mediaType = "application/json";
    private String request = "";

    @BeforeEach
    void serve() {
        server.createContext("/", this::handle);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsJsonWithTheCookieAndHeadersThatWereSet() {
        api().as("session=abc").with("Origin", "http://elsewhere").post("/api/tickets", Map.of("title", "Concert"));

        assertThat(request)
                .isEqualTo("POST /api/tickets session=abc http://elsewhere application/json {\"title\":\"Concert\"}");
    }

    @Test
    void readsStatusBodyAndCookies() {
        status = 201;
        responseBody = "{\"id\":\"1\"}";

        ApiResponse response = api().get("/api/tickets/1").expect(201);

        assertThat(response.json().path("id").asString()).isEqualTo("1");
        assertThat(response.cookie("session")).contains("abc");
        assertThat(response.session()).isEqualTo("session=abc");
        assertThat(response.setCookie("session"))
                .hasValueSatisfying(line -> assertThat(line).contains("HttpOnly"));
        assertThat(response.cookie("refresh")).isEmpty();
    }

    @Test
    void readsErrorsInTheContractsFormat() {
        status = 400;
        responseBody =
                "{\"errors\":[{\"message\":\"Title is required\",\"field\":\"title\",\"code\":\"title-missing\"},{\"message\":\"No\",\"code\":\"no\"}]}";

        assertThat(api().get("/").errors())
                .containsExactly(
                        new Failure("Title is required", "title", "title-missing"), new Failure("No", null, "no"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"errors\":[]}",
                "{\"errors\":{}}",
                "{\"errors\":[{\"field\":\"title\",\"code\":\"no\"}]}",
                "{\"errors\":[{\"message\":\"No\"}]}",
                "{\"errors\":[{\"message\":\"No\",\"code\":\"Not kebab case\"}]}",
                "{\"errors\":[{\"message\":\" \",\"code\":\"no\"}]}",
                "{\"errors\":[{\"message\":\"No\",\"code\":\"no\",\"trace\":\"x\"}]}",
                "{\"errors\":[{\"message\":\"No\",\"code\":\"no\"}],\"timestamp\":1}",
                "{\"errors\":[{\"message\":\"java.lang.IllegalStateException\",\"code\":\"no\"}]}",
            })
    void rejectsErrorsInAnotherFormat(String body) {
        responseBody = body;
        ApiResponse response = api().get("/");

        assertThatExceptionOfType(AssertionError.class).isThrownBy(response::errors);
    }

    @Test
    void rejectsErrorsInAnotherMediaType() {
        responseBody = "{\"errors\":[{\"message\":\"No\",\"code\":\"no\"}]}";
        mediaType = "text/html";
        ApiResponse response = api().get("/");

        assertThatExceptionOfType(AssertionError.class).isThrownBy(response::errors);
    }

    private Api api() {
        return new Api("http://localhost:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            request = String.join(
                    " ",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers.getFirst("Cookie"),
                    headers.getFirst("Origin"),
                    headers.getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.getResponseHeaders().add("Content-Type", mediaType);
            exchange.getResponseHeaders().add("Set-Cookie", "session=abc; Path=/; HttpOnly");
            byte[] body = responseBody.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static HttpServer started() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.start();
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
