package com.ticketing.common.errors;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The error codes that every service can respond with. */
public enum CommonError implements ErrorCode {
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "Bad Request"),
    BODY_NOT_AN_OBJECT(HttpStatus.BAD_REQUEST, "The body must be a JSON object"),
    INVALID_VALUE(HttpStatus.BAD_REQUEST, "Is not valid"),
    WRONG_TYPE(HttpStatus.BAD_REQUEST, "Has the wrong type"),
    INVALID_LIMIT(HttpStatus.BAD_REQUEST, "Limit is out of range"),
    INVALID_AFTER(HttpStatus.BAD_REQUEST, "After must be a position in this list"),
    IDEMPOTENCY_KEY_MALFORMED(HttpStatus.BAD_REQUEST, "Idempotency-Key must have 1 to 255 visible ASCII characters"),
    NOT_AUTHORIZED(HttpStatus.UNAUTHORIZED, "Not authorized"),
    MANAGEMENT_TOKEN_INVALID(HttpStatus.UNAUTHORIZED, "Not authorized"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Forbidden"),
    ACCOUNT_BANNED(HttpStatus.FORBIDDEN, "Account banned"),
    CROSS_SITE_REQUEST(HttpStatus.FORBIDDEN, "Cross-site requests are rejected"),
    MANAGEMENT_TOKEN_MISSING(HttpStatus.FORBIDDEN, "Set MANAGEMENT_TOKEN to use this endpoint"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not Found"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method Not Allowed"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not Acceptable"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported Media Type"),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT, "Idempotency-Key was already used for a request with another body"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too Many Requests"),
    REQUEST_HEADER_FIELDS_TOO_LARGE(
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
            "The headers of the request are too large: delete the cookies of this site and try again"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong"),
    TEMPORARILY_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Temporarily unavailable, please try again"),
    TOO_BUSY(HttpStatus.SERVICE_UNAVAILABLE, "Too busy, please try again");

    private final HttpStatus status;
    private final String message;

    CommonError(HttpStatus status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }

    /** Returns the code for a status without a more specific code. */
    static CommonError of(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> NOT_AUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 431 -> REQUEST_HEADER_FIELDS_TOO_LARGE;
            case 503 -> TEMPORARILY_UNAVAILABLE;
            default -> status.is5xxServerError() ? INTERNAL_ERROR : BAD_REQUEST;
        };
    }
}
