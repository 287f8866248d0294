package com.ticketing.common.errors;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** An answer other than success, in the words that the caller will read. */
public class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient ErrorResponse response;
    private final @Nullable Duration retryAfter;

    private ApiException(HttpStatus status, ErrorResponse response, @Nullable Duration retryAfter) {
        super(response.errors().getFirst().message());
        this.status = status;
        this.response = response;
        this.retryAfter = retryAfter;
    }

    /** 400, about the request as a whole. */
    public static ApiException badRequest(String message) {
        return new ApiException(HttpStatus.BAD_REQUEST, ErrorResponse.of(message), null);
    }

    /** 400, about one field of it. */
    public static ApiException badRequest(String message, String field) {
        ErrorResponse response = new ErrorResponse(List.of(new ErrorResponse.Item(message, field)), null);
        return new ApiException(HttpStatus.BAD_REQUEST, response, null);
    }

    /** 401: not signed in, or not the one who may. */
    public static ApiException notAuthorized() {
        return new ApiException(HttpStatus.UNAUTHORIZED, ErrorResponse.of(HttpStatus.UNAUTHORIZED), null);
    }

    /** 403. */
    public static ApiException forbidden(String message) {
        return new ApiException(HttpStatus.FORBIDDEN, ErrorResponse.of(message), null);
    }

    /** 404. */
    public static ApiException notFound() {
        return new ApiException(HttpStatus.NOT_FOUND, ErrorResponse.of(HttpStatus.NOT_FOUND), null);
    }

    /** 409, with the state that the request did not expect. */
    public static ApiException conflict(String message, Object current) {
        ErrorResponse response = new ErrorResponse(List.of(new ErrorResponse.Item(message, null)), current);
        return new ApiException(HttpStatus.CONFLICT, response, null);
    }

    /** 429: this caller has to wait. */
    public static ApiException tooManyRequests(String message, Duration retryAfter) {
        return new ApiException(HttpStatus.TOO_MANY_REQUESTS, ErrorResponse.of(message), retryAfter);
    }

    /** 503: everybody has to wait. */
    public static ApiException unavailable(String message, Duration retryAfter) {
        return new ApiException(HttpStatus.SERVICE_UNAVAILABLE, ErrorResponse.of(message), retryAfter);
    }

    public HttpStatus status() {
        return status;
    }

    ErrorResponse response() {
        return response;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
