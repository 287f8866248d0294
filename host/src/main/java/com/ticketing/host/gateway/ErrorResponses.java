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

    private final SecurityHeaders headers;

    ErrorResponses(SecurityHeaders headers) {
        this.headers = headers;
    }

    FullHttpResponse of(HttpResponseStatus status) {
        boolean failed = status.equals(HttpResponseStatus.INTERNAL_SERVER_ERROR);
        String reason = failed ? "Something went wrong" : status.reasonPhrase();
        String code =
                failed ? "internal-error" : reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        String json = "{\"errors\":[{\"message\":\"" + reason + "\",\"code\":\"" + code + "\"}]}";
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(json.getBytes(UTF_8)));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.addTo(response.headers());
        return response;
    }
}
