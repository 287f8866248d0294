package com.ticketing.acceptance.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The requests of a load.
 *
 * @param headers by the request's number, from 0
 * @param bodies the JSON body by the request's number, from 0; null for a GET request
 * @param status the expected status
 */
record HttpCalls(
        URI url,
        IntFunction<Map<String, String>> headers,
        @Nullable IntFunction<Map<String, Object>> bodies,
        int status) {

    static HttpCalls get(String url, Map<String, String> headers) {
        return new HttpCalls(URI.create(url), number -> headers, null, 200);
    }

    static HttpCalls post(
            String url, IntFunction<Map<String, String>> headers, IntFunction<Map<String, Object>> bodies) {
        return new HttpCalls(URI.create(url), headers, bodies, 201);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(url.getHost(), url.getPort());
    }

    FullHttpRequest request(int number) {
        ByteBuf body = bodies == null
                ? Unpooled.EMPTY_BUFFER
                : Unpooled.wrappedBuffer(JsonMapper.shared()
                        .writeValueAsString(bodies.apply(number))
                        .getBytes(UTF_8));
        String target = url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, bodies == null ? HttpMethod.GET : HttpMethod.POST, target, body);
        headers.apply(number).forEach(request.headers()::set);
        request.headers().set(HttpHeaderNames.HOST, url.getAuthority());
        if (bodies != null) {
            request.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
            request.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        }
        return request;
    }
}
