package com.ticketing.host.gateway;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerExpectContinueHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Listens on one loopback port, forwards each request to the service that the Ingress names, and serves the web page.
 */
public final class Gateway implements AutoCloseable {

    private static final int BACKLOG = 4096;

    /** Clients beyond this number wait in the backlog. */
    private static final int MAX_CLIENTS = 8192;

    private static final long STOP_SECONDS = 5;

    private final int port;
    private final Timeouts timeouts;
    private final Replicas replicas;
    private final Router router;
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
            Runtime.getRuntime().availableProcessors(),
            new DefaultThreadFactory("gateway", true),
            NioIoHandler.newFactory());
    private final Map<EventLoop, ConnectionPool> pools = new ConcurrentHashMap<>();
    private final Listeners listeners = new Listeners(MAX_CLIENTS);

    /**
     * Creates a gateway that does not listen yet.
     *
     * @param webPage the folder of the built page
     * @param cardForm whether the page uses Stripe's card form, which its Content Security Policy must allow
     */
    public Gateway(int port, IngressRoutes routes, Path webPage, boolean cardForm) {
        this(port, routes, webPage, cardForm, Timeouts.DEFAULT);
    }

    Gateway(int port, IngressRoutes routes, Path webPage, boolean cardForm, Timeouts timeouts) {
        this.port = port;
        this.timeouts = timeouts;
        this.replicas = new Replicas(timeouts);
        SecurityHeaders headers = new SecurityHeaders(cardForm);
        ErrorResponses errors = new ErrorResponses(headers);
        this.router = new Router(routes, replicas, new WebPage(webPage, headers, errors), errors);
    }

    /**
     * Binds the port on every loopback address. Clients may connect; they are served after {@link #start}.
     *
     * @throws IOException if the port is in use
     */
    public void listen() throws IOException {
        listeners.bind(server(), port);
    }

    /** Starts to serve requests, with the addresses of each service's replicas. */
    public void start(Map<String, List<InetSocketAddress>> services) {
        use(services);
        listeners.open();
    }

    /** Sends further requests to these replicas. */
    public void use(Map<String, List<InetSocketAddress>> services) {
        replicas.use(services);
    }

    public int port() {
        return listeners.port();
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
    }

    private ServerBootstrap server() {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.AUTO_READ, false)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        listeners.add(channel);
                        channel.pipeline()
                                .addLast(new HttpServerCodec(HttpLimits.REQUESTS))
                                .addLast(new HttpServerExpectContinueHandler())
                                .addLast(new IdleStateHandler(
                                        0, 0, timeouts.clientIdle().toMillis(), TimeUnit.MILLISECONDS))
                                .addLast(new ClientConnection(router, pool(channel.eventLoop())));
                    }
                });
    }

    private ConnectionPool pool(EventLoop loop) {
        return pools.computeIfAbsent(loop, key -> new ConnectionPool(loop, timeouts));
    }
}
