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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses the suite, signed in or not. */
public final class Person {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String url;
    private final @Nullable String session;

    private Person(String url, @Nullable String session) {
        this.url = url;
        this.session = session;
    }

    public static Person stranger(String url) {
        return new Person(url, null);
    }

    /**
     * Somebody who signed in elsewhere.
     *
     * @param session the {@code Cookie} header
     */
    public static Person signedIn(String url, String session) {
        return new Person(url, session);
    }

    public static Person signUp(String url, String email, String password) {
        return stranger(url).signedInBy("/api/users/signup", email, password, 201);
    }

    public static Person signIn(String url, String email, String password) {
        return stranger(url).signedInBy("/api/users/signin", email, password, 200);
    }

    private Person signedInBy(String path, String email, String password, int status) {
        Answer answer = post(path, Map.of("email", email, "password", password)).expect(status);
        String cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith("session="))
                .map(line -> line.split(";", 2)[0])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Signed in without a session cookie"));
        return new Person(url, cookie);
    }

    /** The same person at another address, for example at one process of a service. */
    public Person at(String otherUrl) {
        return new Person(otherUrl, session);
    }

    public Answer get(String path) {
        return send(request(path, "GET", BodyPublishers.noBody()));
    }

    public Answer post(String path, Object body) {
        return send(json(path, "POST", body));
    }

    public Answer put(String path, Object body) {
        return send(json(path, "PUT", body));
    }

    public Answer delete(String path) {
        return send(request(path, "DELETE", BodyPublishers.noBody()));
    }

    private HttpRequest json(String path, String method, Object body) {
        BodyPublisher text = BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
        return HttpRequest.newBuilder(request(path, method, text), (name, value) -> true)
                .header("Content-Type", "application/json")
                .build();
    }

    private HttpRequest request(String path, String method, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        if (session != null) {
            request.header("Cookie", session);
        }
        return request.build();
    }

    private static Answer send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
