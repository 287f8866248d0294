package com.ticketing.host.gateway;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/** Prepares the head of a service's response for the connection to the client. */
final class ResponseHead {

    private ResponseHead() {}

    static void prepare(HttpResponse response, ForwardedRequest request) {
        HttpHeaders headers = response.headers();
        HopByHopHeaders.remove(headers);
        response.setProtocolVersion(HttpVersion.HTTP_1_1);
        if (request.clientVersion().equals(HttpVersion.HTTP_1_0)) {
            headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
        } else if (hasBodyOfUnknownLength(response, request)) {
            HttpUtil.setTransferEncodingChunked(response, true);
        }
    }

    private static boolean hasBodyOfUnknownLength(HttpResponse response, ForwardedRequest request) {
        return !request.isHead()
                && !response.status().equals(HttpResponseStatus.NO_CONTENT)
                && !response.status().equals(HttpResponseStatus.NOT_MODIFIED)
                && !HttpUtil.isContentLengthSet(response)
                && !HttpUtil.isTransferEncodingChunked(response);
    }
}
