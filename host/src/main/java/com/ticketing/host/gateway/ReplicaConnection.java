package com.ticketing.host.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to a replica, which carries one exchange after the other. All methods run on its event loop. */
@SuppressWarnings("FutureReturnValueIgnored") // Netty passes failures to exceptionCaught; nothing depends on a close.
final class ReplicaConnection extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(ReplicaConnection.class);

    private final Replica replica;
    private final ConnectionPool pool;
    private final Timeouts timeouts;

    @SuppressWarnings("NullAway.Init") // set before anything else is called
    private ChannelHandlerContext context;

    @SuppressWarnings("NullAway.Init")
    private Future<?> checks;

    private @Nullable Exchange exchange;
    private long lastActivity = System.nanoTime();
    private int exchanges;
    private boolean interim;
    private boolean keepAlive;

    ReplicaConnection(Replica replica, ConnectionPool pool, Timeouts timeouts) {
        this.replica = replica;
        this.pool = pool;
        this.timeouts = timeouts;
    }

    Replica replica() {
        return replica;
    }

    /** Returns whether the replica may have closed this connection while the current request was being sent. */
    boolean isReused() {
        return exchanges > 1;
    }

    void begin(Exchange next) {
        exchange = next;
        exchanges++;
        keepAlive = false;
        lastActivity = System.nanoTime();
    }

    void write(Object message) {
        lastActivity = System.nanoTime();
        context.write(message, context.voidPromise());
    }

    void flush() {
        context.flush();
    }

    boolean isOpen() {
        return context.channel().isActive();
    }

    boolean isWritable() {
        return context.channel().isWritable();
    }

    void setReading(boolean reading) {
        context.channel().config().setAutoRead(reading);
    }

    /** Ends the exchange without its response. */
    void abandon() {
        exchange = null;
        context.close();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    /** A channel that was never active, because the replica refused the connection, does not become inactive. */
    @Override
    public void channelActive(ChannelHandlerContext unused) {
        long interval = timeouts.checkInterval().toNanos();
        checks = context.executor().scheduleWithFixedDelay(this::check, interval, interval, TimeUnit.NANOSECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext unused, Object message) {
        lastActivity = System.nanoTime();
        replica.received();
        Exchange current = exchange;
        if (current == null || ((HttpObject) message).decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            context.close();
            return;
        }
        if (message instanceof HttpResponse response) {
            interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (!interim) {
                keepAlive = HttpUtil.isKeepAlive(response);
                current.respond(response);
            }
        }
        if (message instanceof HttpContent content) {
            receive(current, content);
        }
    }

    private void receive(Exchange current, HttpContent content) {
        if (interim) {
            content.release();
            return;
        }
        if (!(content instanceof LastHttpContent)) {
            current.respond(content);
            return;
        }
        exchange = null;
        if (keepAlive && current.isSent()) {
            setReading(true);
            pool.add(this);
        } else {
            context.close();
        }
        current.complete(content);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext unused) {
        if (exchange != null) {
            exchange.flushResponse();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext unused) {
        if (exchange != null) {
            exchange.replicaWritable(isWritable());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext unused) {
        checks.cancel(false);
        pool.remove(this);
        Exchange lost = exchange;
        exchange = null;
        if (lost != null) {
            lost.connectionLost(this);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext unused, Throwable cause) {
        if (!(cause instanceof IOException)) {
            log.warn("Connection to a replica failed: address={}", replica.address(), cause);
        }
        context.close();
    }

    private void check() {
        Exchange waiting = exchange;
        long quiet = System.nanoTime() - lastActivity;
        if (waiting == null) {
            if (quiet >= timeouts.idle().toNanos()) {
                context.close();
            }
        } else if (quiet >= timeouts.read().toNanos()) {
            abandon();
            waiting.timedOut();
        } else if (quiet >= timeouts.firstByte().toNanos()
                && replica.isSilentSince(lastActivity)
                && waiting.canTryNext()) {
            replica.suspend();
            abandon();
            waiting.tryNext();
        }
    }
}
