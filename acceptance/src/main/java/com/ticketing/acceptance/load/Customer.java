package com.ticketing.acceptance.load;

import com.ticketing.host.api.ApiClient;
import com.ticketing.host.api.ApiResponse;
import com.ticketing.host.process.Deadline;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A user whose requests may fail, and who signs in again before the session expires. */
final class Customer {

    /** The result of a request whose connection was lost: it may or may not have had an effect. */
    static final ApiResponse NO_RESPONSE = new ApiResponse(0, HttpHeaders.of(Map.of(), (name, value) -> true), "{}");

    private static final Duration SESSION = Duration.ofMinutes(10);

    private final String url;
    private final String email;
    private final String password;
    private @Nullable ApiClient client;
    private Deadline sessionEnd = Deadline.in(Duration.ZERO);

    Customer(String url, String email, String password) {
        this.url = url;
        this.email = email;
        this.password = password;
    }

    ApiResponse signUp() {
        return send(
                ApiClient.anonymous(url),
                anonymous -> anonymous.post("/api/users/signup", Map.of("email", email, "password", password)));
    }

    ApiResponse get(String path) {
        return asSignedIn(user -> user.get(path));
    }

    ApiResponse post(String path, Object body) {
        return asSignedIn(user -> user.post(path, body));
    }

    ApiResponse put(String path, Object body) {
        return asSignedIn(user -> user.put(path, body));
    }

    ApiResponse delete(String path) {
        return asSignedIn(user -> user.delete(path));
    }

    private ApiResponse asSignedIn(Function<ApiClient, ApiResponse> request) {
        ApiClient current = signedIn();
        return current == null ? NO_RESPONSE : send(current, request);
    }

    private synchronized @Nullable ApiClient signedIn() {
        if (client == null || sessionEnd.isOver()) {
            try {
                client = ApiClient.signIn(url, email, password);
                sessionEnd = Deadline.in(SESSION);
            } catch (UncheckedIOException | IllegalStateException e) {
                // A fault affects auth at the moment.
                return null;
            }
        }
        return client;
    }

    private static ApiResponse send(ApiClient user, Function<ApiClient, ApiResponse> request) {
        try {
            return request.apply(user);
        } catch (UncheckedIOException e) {
            return NO_RESPONSE;
        }
    }
}
