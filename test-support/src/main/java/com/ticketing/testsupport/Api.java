package com.ticketing.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A JSON client of a service. It is immutable, follows no redirects and stores no cookies. */
public final class Api {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Eventually.PATIENCE)
            .build();

    private final String baseUrl;
    private final Map<String, String> headers;

    public Api(String baseUrl) {
        this(baseUrl, Map.of());
    }

    private Api(String baseUrl, Map<String, String> headers) {
        this.baseUrl = baseUrl;
        this.headers = headers;
    }

    /** Returns a client that sends the {@code Cookie} header, for example one of {@link SignedIn}. */
    public Api as(String cookie) {
        return with("Cookie", cookie);
    }

    /** Returns a client that sends the header in addition. */
    public Api with(String header, String value) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.put(header, value);
        return new Api(baseUrl, all);
    }

    public ApiResponse get(String path) {
        return send("GET", path, null);
    }

    public ApiResponse post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    public ApiResponse put(String path, @Nullable Object body) {
        return send("PUT", path, body);
    }

    public ApiResponse delete(String path) {
        return send("DELETE", path, null);
    }

    /**
     * Sends a request.
     *
     * @param body is written as JSON; null sends no body
     */
    public ApiResponse send(String method, String path, @Nullable Object body) {
        return body == null
                ? exchange(request(method, path, BodyPublishers.noBody()))
                : sendText(method, path, "application/json", JSON.writeValueAsString(body));
    }

    /** Sends a body as it is, which need not be valid JSON. */
    public ApiResponse sendText(String method, String path, String mediaType, String body) {
        return exchange(request(method, path, BodyPublishers.ofString(body)).header("Content-Type", mediaType));
    }

    /** Sends a body in chunks, without a {@code Content-Length}. */
    public ApiResponse sendChunked(String method, String path, String mediaType, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        BodyPublisher chunks = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        return exchange(request(method, path, chunks).header("Content-Type", mediaType));
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(Eventually.PATIENCE)
                .method(method, body);
        headers.forEach(request::header);
        return request;
    }

    private static ApiResponse exchange(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new ApiResponse(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
