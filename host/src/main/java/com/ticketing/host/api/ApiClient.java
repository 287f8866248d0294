package com.ticketing.host.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** A client of a JSON API, anonymous or signed in as one user. Immutable; reports lost connections by exceptions. */
public final class ApiClient {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String url;
    private final Map<String, String> headers;

    private ApiClient(String url, Map<String, String> headers) {
        this.url = url;
        this.headers = headers;
    }

    public static ApiClient anonymous(String url) {
        return new ApiClient(url, Map.of());
    }

    /** Creates an account and returns a client that is signed in to it. */
    public static ApiClient signUp(String url, String email, String password) {
        return anonymous(url).signedInBy("/api/users/signup", email, password, 201);
    }

    public static ApiClient signIn(String url, String email, String password) {
        return anonymous(url).signedInBy("/api/users/signin", email, password, 200);
    }

    private ApiClient signedInBy(String path, String email, String password, int status) {
        ApiResponse response =
                post(path, Map.of("email", email, "password", password)).expect(status);
        String cookie = response.headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith("session="))
                .map(line -> line.split(";", 2)[0])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Signed in without a session cookie"));
        return with("Cookie", cookie);
    }

    /** Returns a client that sends the header with each request. */
    public ApiClient with(String header, String value) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(header, value);
        return new ApiClient(url, Map.copyOf(all));
    }

    /** Returns the same user's client for another address, for example of one replica. */
    public ApiClient at(String otherUrl) {
        return new ApiClient(otherUrl, headers);
    }

    /** Returns the headers of each request. */
    public Map<String, String> headers() {
        return headers;
    }

    public ApiResponse get(String path) {
        return send(request(path, "GET", BodyPublishers.noBody()));
    }

    public ApiResponse post(String path, Object body) {
        return sendJson(path, "POST", body);
    }

    public ApiResponse put(String path, Object body) {
        return sendJson(path, "PUT", body);
    }

    public ApiResponse delete(String path) {
        return send(request(path, "DELETE", BodyPublishers.noBody()));
    }

    private ApiResponse sendJson(String path, String method, Object body) {
        BodyPublisher text = BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
        return send(request(path, method, text).header("Content-Type", "application/json"));
    }

    private HttpRequest.Builder request(String path, String method, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        headers.forEach(request::header);
        return request;
    }

    private static ApiResponse send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new ApiResponse(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("No response from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
