package com.ticketing.common.errors;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Ends a request with the error response of an {@link ErrorCode}. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final @Nullable String field;
    private final transient @Nullable Object current;
    private final @Nullable Duration retryAfter;

    public ApiException(ErrorCode code) {
        this(code, code.message(), null, null, null);
    }

    private ApiException(
            ErrorCode code,
            String message,
            @Nullable String field,
            @Nullable Object current,
            @Nullable Duration retryAfter) {
        // no stack trace: this is a response to the caller, not a failure of the service
        super(message, null, false, false);
        this.code = code;
        this.field = field;
        this.current = current;
        this.retryAfter = retryAfter;
    }

    /** Replaces the code's default message, for example by one that contains the limit which was exceeded. */
    public ApiException withMessage(String message) {
        return new ApiException(code, message, field, current, retryAfter);
    }

    /** Names the part of the request that is wrong. */
    public ApiException withField(String name) {
        return new ApiException(code, message(), name, current, retryAfter);
    }

    /** Adds the state that the refused change did not expect. */
    public ApiException withCurrent(Object state) {
        return new ApiException(code, message(), field, state, retryAfter);
    }

    /** Tells the caller how long to wait before the next attempt, by the header {@code Retry-After}. */
    public ApiException withRetryAfter(Duration wait) {
        return new ApiException(code, message(), field, current, wait);
    }

    public ErrorCode code() {
        return code;
    }

    public HttpStatus status() {
        return code.status();
    }

    ErrorResponse response() {
        return new ErrorResponse(List.of(new ErrorResponse.Item(message(), field, code.code())), current);
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    private String message() {
        String message = getMessage();
        return message == null ? code.message() : message;
    }
}
