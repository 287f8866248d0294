package com.ticketing.host.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpVersion;

/** Creates the gateway's own errors in the contract's format. */
final class ErrorResponses {

    private final SecurityHeaders headers;

    ErrorResponses(SecurityHeaders headers) {
        this.headers = headers;
    }

    FullHttpResponse of(GatewayError error) {
        String json = "{\"errors\":[{\"message\":\"" + error.message() + "\",\"code\":\"" + error.code() + "\"}]}";
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, error.status(), Unpooled.wrappedBuffer(json.getBytes(UTF_8)));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.addTo(response.headers());
        return response;
    }
}
