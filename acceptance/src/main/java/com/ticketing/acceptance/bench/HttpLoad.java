package com.ticketing.acceptance.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A closed-loop HTTP load: each connection sends one request after the other. One thread serves all connections. */
final class HttpLoad implements AutoCloseable {

    private static final int MAX_RESPONSE = 16 << 20;
    private static final long TIMEOUT_SECONDS = 60;

    private final EventLoopGroup thread =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("load", true), NioIoHandler.newFactory());

    /** Runs until the time is over or the requests are sent, and all responses are received. */
    ResponseTimes run(HttpCalls calls, int connections, int requests, Duration time)
            throws InterruptedException, TimeoutException {
        return run(calls, connections, requests, time, body -> {});
    }

    /**
     * Runs a load and passes on the response bodies.
     *
     * @throws IllegalStateException if a response has another status, or a connection fails
     */
    ResponseTimes run(HttpCalls calls, int connections, int requests, Duration time, Consumer<String> bodies)
            throws InterruptedException, TimeoutException {
        Run run = new Run(calls, requests, time, bodies);
        thread.execute(() -> {
            for (int i = 0; i < connections; i++) {
                run.connect();
            }
        });
        try {
            return run.result.get(time.toSeconds() + TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The load on " + calls.url() + " failed", e.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** All methods run on the load's thread. */
    @SuppressWarnings("FutureReturnValueIgnored") // the listener handles a failure
    private final class Run {

        private final HttpCalls calls;
        private final int requests;
        private final Consumer<String> bodies;
        private final long start = System.nanoTime();
        private final long end;
        private final List<Long> nanos = new ArrayList<>();
        private final CompletableFuture<ResponseTimes> result = new CompletableFuture<>();
        private int next;
        private int connections;

        Run(HttpCalls calls, int requests, Duration time, Consumer<String> bodies) {
            this.calls = calls;
            this.requests = requests;
            this.bodies = bodies;
            this.end = start + time.toNanos();
        }

        void connect() {
            connections++;
            new Bootstrap()
                    .group(thread)
                    .channel(NioSocketChannel.class)
                    .handler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel channel) {
                            channel.pipeline()
                                    .addLast(new HttpClientCodec())
                                    .addLast(new HttpObjectAggregator(MAX_RESPONSE))
                                    .addLast(new Client(Run.this));
                        }
                    })
                    .connect(calls.address())
                    .addListener((ChannelFuture connected) -> {
                        if (!connected.isSuccess()) {
                            result.completeExceptionally(connected.cause());
                        }
                    });
        }

        boolean isOver() {
            return next >= requests || System.nanoTime() >= end || result.isDone();
        }

        void disconnected() {
            connections--;
            if (connections == 0) {
                result.complete(ResponseTimes.of(nanos, (System.nanoTime() - start) / 1e9));
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Netty passes failures to exceptionCaught
    private static final class Client extends SimpleChannelInboundHandler<FullHttpResponse> {

        private final Run run;
        private long sent;
        private boolean waiting;

        Client(Run run) {
            this.run = run;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            sendNext(context);
        }

        private void sendNext(ChannelHandlerContext context) {
            if (run.isOver()) {
                context.close();
                return;
            }
            waiting = true;
            sent = System.nanoTime();
            context.writeAndFlush(run.calls.request(run.next++), context.voidPromise());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            waiting = false;
            run.nanos.add(System.nanoTime() - sent);
            String body = response.content().toString(UTF_8);
            if (response.status().code() != run.calls.status()) {
                run.result.completeExceptionally(
                        new IllegalStateException("Unexpected response: " + response.status() + " " + body));
            }
            run.bodies.accept(body);
            if (HttpUtil.isKeepAlive(response)) {
                sendNext(context);
            } else {
                if (!run.isOver()) {
                    run.connect();
                }
                context.close();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (waiting) {
                run.result.completeExceptionally(new IllegalStateException("The connection was closed"));
            }
            run.disconnected();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            run.result.completeExceptionally(cause);
            context.close();
        }
    }
}
