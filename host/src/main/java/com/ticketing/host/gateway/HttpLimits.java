package com.ticketing.host.gateway;

import io.netty.handler.codec.http.HttpDecoderConfig;

/** The largest heads of messages. The services' own limits are lower, so that their errors reach the client. */
final class HttpLimits {

    private static final int KIB = 1024;

    static final HttpDecoderConfig REQUESTS =
            new HttpDecoderConfig().setMaxInitialLineLength(16 * KIB).setMaxHeaderSize(32 * KIB);

    static final HttpDecoderConfig RESPONSES =
            new HttpDecoderConfig().setMaxInitialLineLength(4 * KIB).setMaxHeaderSize(64 * KIB);

    private HttpLimits() {}
}
