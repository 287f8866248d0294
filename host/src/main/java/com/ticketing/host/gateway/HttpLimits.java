package com.ticketing.host.gateway;

import io.netty.handler.codec.http.HttpDecoderConfig;

/**
 * The maximum sizes of message heads: 8 KiB of request line and 16 KiB of headers, as in all proxies in front of the
 * services. The services' own limit is higher, for the headers that the gateway adds.
 */
final class HttpLimits {

    private static final int KIB = 1024;

    static final HttpDecoderConfig REQUESTS =
            new HttpDecoderConfig().setMaxInitialLineLength(8 * KIB).setMaxHeaderSize(16 * KIB);

    static final HttpDecoderConfig RESPONSES =
            new HttpDecoderConfig().setMaxInitialLineLength(4 * KIB).setMaxHeaderSize(64 * KIB);

    private HttpLimits() {}
}
