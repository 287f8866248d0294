package com.ticketing.common.errors;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Ends a request with the error response of an {@link ErrorCode}. The message is sent to the client. */
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
        // without a stack trace: this is a response to the client, not a failure of the service
        super(message, null, false, false);
        this.code = code;
        this.field = field;
        this.current = current;
        this.retryAfter = retryAfter;
    }

    /** Replaces the code's default message, for example to name the exceeded limit. */
    public ApiException withMessage(String message) {
        return new ApiException(code, message, field, current, retryAfter);
    }

    /** Names the invalid field of the request. */
    public ApiException withField(String name) {
        return new ApiException(code, message(), name, current, retryAfter);
    }

    /** Adds the current state, for a change that was rejected because it expected another state. */
    public ApiException withCurrent(Object state) {
        return new ApiException(code, message(), field, state, retryAfter);
    }

    /** Adds the header {@code Retry-After}, in seconds, rounded up. */
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
