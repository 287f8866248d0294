package com.ticketing.host.gateway;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalServerChannel;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplicaConnectionTest {

    private static final LocalAddress SERVER = new LocalAddress("replica");

    private final RecordingLoop loop = new RecordingLoop();

    @AfterEach
    void stop() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void aRefusedConnectionHasNoPeriodicCheck() {
        ChannelFuture refused = connect();

        assertThat(refused.isSuccess()).isFalse();
        assertThat(loop.periodic).isEmpty();
    }

    @Test
    void anOpenConnectionIsCheckedUntilItIsClosed() {
        new ServerBootstrap()
                .group(loop)
                .channel(LocalServerChannel.class)
                .childHandler(new ChannelInboundHandlerAdapter())
                .bind(SERVER)
                .syncUninterruptibly();
        ChannelFuture opened = connect();
        await().until(() -> loop.periodic.size() == 1);

        opened.syncUninterruptibly().channel().close().syncUninterruptibly();

        await().until(() -> loop.periodic.getFirst().isCancelled());
    }

    private ChannelFuture connect() {
        Replica replica = new Replica(new InetSocketAddress(0), Timeouts.DEFAULT.suspension());
        ConnectionPool pool = new ConnectionPool(loop, Timeouts.DEFAULT);
        return new Bootstrap()
                .group(loop)
                .channel(LocalChannel.class)
                .handler(new ReplicaConnection(replica, pool, Timeouts.DEFAULT))
                .connect(SERVER)
                .awaitUninterruptibly();
    }

    private static final class RecordingLoop extends DefaultEventLoop {

        private final List<Future<?>> periodic = new CopyOnWriteArrayList<>();

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long delay, long interval, TimeUnit unit) {
            ScheduledFuture<?> scheduled = super.scheduleWithFixedDelay(task, delay, interval, unit);
            periodic.add(scheduled);
            return scheduled;
        }
    }
}
