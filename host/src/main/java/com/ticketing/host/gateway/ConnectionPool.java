package com.ticketing.host.gateway;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The idle connections of one event loop. A request and its connection to a replica stay on the client's event loop, so
 * that nothing is handed over between threads.
 */
final class ConnectionPool {

    private final EventLoop loop;
    private final Timeouts timeouts;
    private final Map<Replica, Deque<ReplicaConnection>> idle = new HashMap<>();

    ConnectionPool(EventLoop loop, Timeouts timeouts) {
        this.loop = loop;
        this.timeouts = timeouts;
    }

    /** Returns the open connection that was used last, or null. */
    @Nullable
    ReplicaConnection poll(Replica replica) {
        ReplicaConnection connection = idle(replica).pollLast();
        while (connection != null && !connection.isOpen()) {
            connection = idle(replica).pollLast();
        }
        return connection;
    }

    void add(ReplicaConnection connection) {
        idle(connection.replica()).addLast(connection);
    }

    void remove(ReplicaConnection connection) {
        Deque<ReplicaConnection> others = idle(connection.replica());
        others.remove(connection);
        if (others.isEmpty()) {
            idle.remove(connection.replica());
        }
    }

    /** Passes on a new connection, or the failure. */
    void connect(Replica replica, BiConsumer<@Nullable ReplicaConnection, @Nullable Throwable> result) {
        ReplicaConnection connection = new ReplicaConnection(replica, this, timeouts);
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(timeouts.connect().toMillis()))
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpClientCodec(HttpLimits.RESPONSES, false, false))
                                .addLast(connection);
                    }
                })
                .connect(replica.address())
                .addListener((ChannelFuture future) ->
                        result.accept(future.isSuccess() ? connection : null, future.cause()));
    }

    private Deque<ReplicaConnection> idle(Replica replica) {
        return idle.computeIfAbsent(replica, key -> new ArrayDeque<>());
    }
}
