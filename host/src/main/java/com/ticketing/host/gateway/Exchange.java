package com.ticketing.host.gateway;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a replica, and the response on its way back. Bodies are passed on as they arrive, and a
 * side is not read while the other one cannot be written.
 *
 * <p>A request goes to the next replica if no connection could be opened. After it was sent, only a repeatable request
 * does: the replica may have executed it, or may do so later, when it is no longer paused.
 */
final class Exchange {

    private final ClientConnection client;
    private final ForwardedRequest request;
    private final Deque<Replica> replicas;
    private final ConnectionPool pool;
    private final Deque<HttpContent> unsent = new ArrayDeque<>(1);
    private @Nullable ReplicaConnection connection;
    private boolean sent;
    private boolean responding;
    private boolean ended;

    Exchange(ClientConnection client, ForwardedRequest request, Deque<Replica> replicas, ConnectionPool pool) {
        this.client = client;
        this.request = request;
        this.replicas = replicas;
        this.pool = pool;
    }

    void tryNext() {
        Replica replica = replicas.poll();
        if (replica == null) {
            fail(GatewayError.BAD_GATEWAY);
            return;
        }
        ReplicaConnection idle = pool.poll(replica);
        if (idle == null) {
            connect(replica);
        } else {
            sendOn(idle);
            if (request.isRepeatable()) {
                idle.flush();
            }
        }
    }

    private void connect(Replica replica) {
        client.setReading(request.isRepeatable());
        pool.connect(replica, (opened, failure) -> {
            if (opened == null) {
                replica.suspend();
                if (!ended) {
                    tryNext();
                    resume();
                }
            } else if (ended) {
                pool.add(opened);
            } else {
                sendOn(opened);
                resume();
            }
        });
    }

    /** Sends what has been written since the read of the client ended, and reads on. */
    private void resume() {
        if (connection != null) {
            connection.flush();
            client.setReading(connection.isWritable());
        }
    }

    private void sendOn(ReplicaConnection opened) {
        connection = opened;
        opened.begin(this);
        opened.write(request.head());
        sent = request.isRepeatable();
        for (HttpContent content = unsent.poll(); content != null; content = unsent.poll()) {
            send(opened, content);
        }
    }

    /** Sends a part of the request's body. */
    void send(HttpContent content) {
        if (request.isRepeatable()) {
            content.release();
        } else if (connection == null) {
            unsent.add(content);
        } else {
            send(connection, content);
        }
    }

    private void send(ReplicaConnection to, HttpContent content) {
        sent = content instanceof LastHttpContent;
        to.write(content);
        if (!to.isWritable()) {
            client.setReading(false);
        }
    }

    void flushRequest() {
        if (connection != null) {
            connection.flush();
        }
    }

    /** Returns whether the whole request was sent. */
    boolean isSent() {
        return sent;
    }

    boolean canTryNext() {
        return request.isRepeatable() && !responding && !replicas.isEmpty();
    }

    void respond(HttpResponse response) {
        responding = true;
        ResponseHead.prepare(response, request);
        client.write(response);
    }

    void respond(HttpContent content) {
        client.write(content);
        if (connection != null && !client.isWritable()) {
            connection.setReading(false);
        }
    }

    void complete(HttpObject last) {
        ended = true;
        client.complete(last);
    }

    void flushResponse() {
        client.flush();
    }

    void clientWritable(boolean writable) {
        if (connection != null) {
            connection.setReading(writable);
        }
    }

    void replicaWritable(boolean writable) {
        client.setReading(writable);
    }

    void connectionLost(ReplicaConnection lost) {
        connection = null;
        if (responding) {
            ended = true;
            client.abort();
        } else if (!request.isRepeatable()) {
            fail(GatewayError.BAD_GATEWAY);
        } else if (lost.isReused()) {
            connect(lost.replica());
        } else {
            tryNext();
        }
    }

    void timedOut() {
        connection = null;
        if (responding) {
            ended = true;
            client.abort();
        } else {
            fail(GatewayError.GATEWAY_TIMEOUT);
        }
    }

    /** The client has closed its connection. */
    void cancel() {
        ended = true;
        releaseUnsent();
        if (connection != null) {
            connection.abandon();
        }
    }

    private void fail(GatewayError error) {
        ended = true;
        releaseUnsent();
        client.fail(error);
    }

    private void releaseUnsent() {
        unsent.forEach(HttpContent::release);
        unsent.clear();
    }
}
