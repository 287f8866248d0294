package com.ticketing.host.gateway;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.NetUtil;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client's connection, whose requests are answered one after the other. All methods run on its event loop. */
@SuppressWarnings("FutureReturnValueIgnored") // Netty passes failures to exceptionCaught; nothing depends on a close.
final class ClientConnection extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(ClientConnection.class);

    /**
     * The maximum number of bytes of a body that are read and dropped after its response, so that the client can read
     * it.
     */
    private static final long MAX_DISCARDED = 8L << 20;

    /** How long the rest of the last request of a connection is read and dropped, for the same reason. */
    private static final long LINGER_SECONDS = 2;

    private final Router router;
    private final ConnectionPool pool;
    private final Deque<HttpObject> pipelined = new ArrayDeque<>(0);

    @SuppressWarnings("NullAway.Init") // set before anything else is called
    private ChannelHandlerContext context;

    private @Nullable Exchange exchange;
    private boolean receiving;
    private boolean responding;
    private boolean responseStarted;
    private boolean keepAlive;
    private boolean closing;
    private boolean lingering;
    private boolean reading = true;
    private long discarded;

    ClientConnection(Router router, ConnectionPool pool) {
        this.router = router;
        this.pool = pool;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelRead(ChannelHandlerContext unused, Object message) {
        if (closing) {
            drop(message);
        } else if (isBusy()) {
            pipelined.addLast((HttpObject) message);
            updateReading();
        } else {
            receive((HttpObject) message);
        }
    }

    /**
     * Drops what follows the last response. The end of the request closes the connection once the response is written.
     */
    private void drop(Object message) {
        boolean isEnd = message instanceof LastHttpContent;
        ReferenceCountUtil.release(message);
        if (isEnd) {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Returns whether a request has ended and its response has not. */
    private boolean isBusy() {
        return responding && !receiving;
    }

    private void receive(HttpObject message) {
        if (message instanceof HttpRequest request) {
            receiving = true;
            responding = true;
            responseStarted = false;
            discarded = 0;
            begin(request);
        }
        if (message instanceof HttpContent content) {
            receiveBody(content);
        }
    }

    private void begin(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            keepAlive = false;
            lingering = true;
            fail(errorOf(request.decoderResult().cause()));
            return;
        }
        // An old client does not know chunks: the end of the connection is the end of the body.
        keepAlive = HttpUtil.isKeepAlive(request) && request.protocolVersion().equals(HttpVersion.HTTP_1_1);
        router.route(request, this);
    }

    private void receiveBody(HttpContent content) {
        receiving = !(content instanceof LastHttpContent);
        if (exchange == null) {
            discarded += content.content().readableBytes();
            boolean hasNoEnd = content.decoderResult().isFailure() && !lingering;
            content.release();
            if (hasNoEnd || discarded > MAX_DISCARDED) {
                context.close();
            }
        } else if (content.decoderResult().isFailure()) {
            content.release();
            rejectBody(exchange);
        } else {
            exchange.send(content);
        }
    }

    /** The end of a body that cannot be parsed is unknown, so no further request can follow. */
    private void rejectBody(Exchange cancelled) {
        cancelled.cancel();
        keepAlive = false;
        lingering = true;
        fail(GatewayError.BAD_REQUEST);
    }

    /** Sends the request to the first of the replicas. */
    void forward(HttpRequest request, RequestTarget target, Deque<Replica> replicas) {
        InetSocketAddress address = (InetSocketAddress) context.channel().remoteAddress();
        ForwardedRequest forwarded =
                ForwardedRequest.of(request, target, NetUtil.toAddressString(address.getAddress()));
        exchange = new Exchange(this, forwarded, replicas, pool);
        exchange.tryNext();
    }

    void respond(FullHttpResponse response) {
        if (!response.status().equals(HttpResponseStatus.NOT_MODIFIED)) {
            HttpUtil.setContentLength(response, response.content().readableBytes());
        }
        announceEnd(response);
        complete(response);
    }

    /** Responds with an error, or closes the connection if the response has begun. */
    void fail(GatewayError error) {
        if (responseStarted) {
            abort();
        } else {
            respond(router.errors().of(error));
        }
    }

    void write(HttpResponse response) {
        responseStarted = true;
        announceEnd(response);
        context.write(response, context.voidPromise());
    }

    void write(HttpContent content) {
        context.write(content, context.voidPromise());
    }

    private void announceEnd(HttpResponse response) {
        if (!keepAlive) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
    }

    /** Writes the end of a response; the next request may begin. */
    void complete(HttpObject last) {
        exchange = null;
        responding = false;
        reading = true;
        closing = !keepAlive;
        ChannelFuture written = context.writeAndFlush(last);
        if (lingering || (closing && receiving)) {
            written.addListener(done -> linger());
        } else if (closing) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
        updateReading();
        if (!pipelined.isEmpty()) {
            context.executor().execute(this::receivePipelined);
        }
    }

    private void linger() {
        ((SocketChannel) context.channel()).shutdownOutput();
        context.executor().schedule(() -> context.close(), LINGER_SECONDS, TimeUnit.SECONDS);
    }

    private void receivePipelined() {
        while (!isBusy() && !closing && !pipelined.isEmpty()) {
            receive(pipelined.removeFirst());
        }
        // the end of the read that would flush it is over
        if (exchange != null) {
            exchange.flushRequest();
        }
        updateReading();
    }

    void flush() {
        context.flush();
    }

    boolean isWritable() {
        return context.channel().isWritable();
    }

    void setReading(boolean value) {
        reading = value;
        updateReading();
    }

    /** Reads from the client unless that must wait. The client of an event stream is always read, to detect its end. */
    private void updateReading() {
        context.channel().config().setAutoRead(reading && pipelined.isEmpty());
    }

    /** Closes the connection: the client must not take a part of a response for the whole. */
    void abort() {
        context.close();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext unused) {
        if (exchange != null) {
            exchange.flushRequest();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext unused) {
        if (exchange != null) {
            exchange.clientWritable(isWritable());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext unused) {
        if (exchange != null) {
            exchange.cancel();
            exchange = null;
        }
        pipelined.forEach(ReferenceCountUtil::release);
        pipelined.clear();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext unused, Object event) {
        if (event instanceof IdleStateEvent && exchange == null) {
            context.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext unused, Throwable cause) {
        Channel channel = context.channel();
        if (!(cause instanceof IOException)) {
            log.warn("Request failed: client={}", channel.remoteAddress(), cause);
        }
        channel.close();
    }

    private static GatewayError errorOf(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return GatewayError.REQUEST_URI_TOO_LONG;
        }
        return cause instanceof TooLongFrameException
                ? GatewayError.REQUEST_HEADER_FIELDS_TOO_LARGE
                : GatewayError.BAD_REQUEST;
    }
}
