package com.ticketing.host.gateway;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;

/** The gateway's port on 127.0.0.1 and, where the system has it, on ::1. Browsers try both for "localhost". */
@SuppressWarnings("FutureReturnValueIgnored") // Netty passes failures to exceptionCaught; nothing depends on a close.
final class Listeners {

    private static final int ATTEMPTS = 10;

    private final int maxClients;
    private int clients;
    private volatile List<Channel> channels = List.of();

    /** Creates closed listeners; clients beyond the maximum wait in the backlog. */
    Listeners(int maxClients) {
        this.maxClients = maxClients;
    }

    /**
     * Binds one port on every loopback address.
     *
     * @param port 0 for any port that is free on all of them
     * @throws IOException if the port is in use
     */
    void bind(ServerBootstrap server, int port) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                channels = bindAll(server, port);
                return;
            } catch (BindException e) {
                if (port != 0 || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static List<Channel> bindAll(ServerBootstrap server, int port) throws IOException {
        List<Channel> bound = new ArrayList<>();
        try {
            for (InetAddress address : loopbackAddresses()) {
                bound.add(bindOne(server, new InetSocketAddress(address, bound.isEmpty() ? port : portOf(bound))));
            }
        } catch (IOException e) {
            bound.forEach(Channel::close);
            throw e;
        }
        return List.copyOf(bound);
    }

    private static Channel bindOne(ServerBootstrap server, InetSocketAddress address) throws IOException {
        ChannelFuture future = server.bind(address).awaitUninterruptibly();
        if (future.cause() instanceof IOException failure) {
            throw failure;
        }
        return future.syncUninterruptibly().channel();
    }

    private static List<InetAddress> loopbackAddresses() throws IOException {
        List<InetAddress> addresses = new ArrayList<>();
        for (String name : new String[] {"127.0.0.1", "::1"}) {
            InetAddress address = InetAddress.getByName(name);
            if (NetworkInterface.getByInetAddress(address) != null) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    int port() {
        return portOf(channels);
    }

    private static int portOf(List<Channel> bound) {
        return ((InetSocketAddress) bound.getFirst().localAddress()).getPort();
    }

    void open() {
        setAccepting(true);
    }

    /** Counts the client until it is closed. */
    void add(Channel client) {
        count(1);
        client.closeFuture().addListener(closed -> count(-1));
    }

    /** Connections open and close on several event loops. */
    private synchronized void count(int change) {
        boolean wasFull = clients >= maxClients;
        clients += change;
        boolean isFull = clients >= maxClients;
        if (isFull != wasFull) {
            setAccepting(!isFull);
        }
    }

    private void setAccepting(boolean accepting) {
        channels.forEach(channel -> channel.config().setAutoRead(accepting));
    }
}
