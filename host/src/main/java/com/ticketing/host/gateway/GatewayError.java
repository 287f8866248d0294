package com.ticketing.host.gateway;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Locale;

/** The gateway's own errors. The code of an error is its name in kebab-case. */
enum GatewayError {
    BAD_REQUEST(HttpResponseStatus.BAD_REQUEST),
    NOT_FOUND(HttpResponseStatus.NOT_FOUND),
    REQUEST_URI_TOO_LONG(HttpResponseStatus.REQUEST_URI_TOO_LONG),
    REQUEST_HEADER_FIELDS_TOO_LARGE(
            HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
            "The headers of the request are too large: delete the cookies of this site and try again"),
    INTERNAL_ERROR(HttpResponseStatus.INTERNAL_SERVER_ERROR, "Something went wrong"),
    BAD_GATEWAY(HttpResponseStatus.BAD_GATEWAY),
    GATEWAY_TIMEOUT(HttpResponseStatus.GATEWAY_TIMEOUT);

    private final int status;
    private final String message;

    GatewayError(HttpResponseStatus status) {
        this(status, status.reasonPhrase());
    }

    GatewayError(HttpResponseStatus status, String message) {
        this.status = status.code();
        this.message = message;
    }

    HttpResponseStatus status() {
        return HttpResponseStatus.valueOf(status);
    }

    String message() {
        return message;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
