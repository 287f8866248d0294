package com.ticketing.host.gateway;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Set;

/**
 * A request as a service receives it, like from ingress-nginx: the Host header is kept, all forwarding headers are
 * replaced.
 *
 * @param head the request without its body; the whole request if it is repeatable
 * @param isRepeatable whether its method is safe and it has no body
 */
record ForwardedRequest(HttpRequest head, boolean isRepeatable, HttpVersion clientVersion) {

    /** Not PUT and DELETE: a paused replica would execute them after the user's next request. */
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final List<String> FORWARDED = List.of(
            "forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "x-real-ip");

    static ForwardedRequest of(HttpRequest request, RequestTarget target, String clientAddress) {
        HttpHeaders headers = request.headers();
        HopByHopHeaders.remove(headers);
        FORWARDED.forEach(headers::remove);
        headers.set("X-Forwarded-For", clientAddress);
        headers.set("X-Forwarded-Proto", "http");
        String host = headers.get(HttpHeaderNames.HOST);
        if (host != null) {
            headers.set("X-Forwarded-Host", host);
            headers.set("X-Forwarded-Port", port(host));
        }
        boolean repeatable = isRepeatable(request);
        return new ForwardedRequest(
                repeatable ? whole(request, target) : head(request, target), repeatable, request.protocolVersion());
    }

    /** Returns whether the request may be executed twice. */
    static boolean isRepeatable(HttpRequest request) {
        return SAFE.contains(request.method()) && !hasBody(request);
    }

    boolean isHead() {
        return head.method().equals(HttpMethod.HEAD);
    }

    private static boolean hasBody(HttpRequest request) {
        return HttpUtil.isTransferEncodingChunked(request) || HttpUtil.getContentLength(request, 0L) > 0;
    }

    private static HttpRequest whole(HttpRequest request, RequestTarget target) {
        return new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                request.method(),
                target.uri(),
                Unpooled.EMPTY_BUFFER,
                request.headers(),
                EmptyHttpHeaders.INSTANCE);
    }

    private static HttpRequest head(HttpRequest request, RequestTarget target) {
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, request.method(), target.uri(), request.headers());
    }

    private static String port(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(colon + 1) : "80";
    }
}
