package com.ticketing.host.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Locale;

/** Creates the gateway's own errors in the contract's format. */
final class ErrorResponses {

    private static final int HEADERS_TOO_LARGE = 431;
    private static final int INTERNAL_ERROR = 500;

    private final SecurityHeaders headers;

    ErrorResponses(SecurityHeaders headers) {
        this.headers = headers;
    }

    FullHttpResponse of(HttpResponseStatus status) {
        String json = "{\"errors\":[{\"message\":\"" + message(status) + "\",\"code\":\"" + code(status) + "\"}]}";
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(json.getBytes(UTF_8)));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.addTo(response.headers());
        return response;
    }

    private static String message(HttpResponseStatus status) {
        return switch (status.code()) {
            case INTERNAL_ERROR -> "Something went wrong";
            case HEADERS_TOO_LARGE ->
                "The headers of the request are too large: delete the cookies of this site and try again";
            default -> status.reasonPhrase();
        };
    }

    private static String code(HttpResponseStatus status) {
        return status.code() == INTERNAL_ERROR
                ? "internal-error"
                : status.reasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }
}
