package com.ticketing.testsupport.database;

import com.ticketing.testsupport.database.DatabaseProxy.Outcome;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** One client's connection and its connection to the database. Ends when either side closes. */
final class ProxiedConnection {

    private final DatabaseProxy proxy;
    private final Socket client;
    private final Socket database;
    private volatile boolean stalled;
    private volatile boolean losesNextAnswer;

    private ProxiedConnection(DatabaseProxy proxy, Socket client, Socket database) {
        this.proxy = proxy;
        this.client = client;
        this.database = database;
        this.stalled = proxy.isStalled();
    }

    static ProxiedConnection open(DatabaseProxy proxy, Socket client, InetSocketAddress address) throws IOException {
        Socket database = new Socket();
        database.connect(address);
        database.setTcpNoDelay(true);
        client.setTcpNoDelay(true);
        ProxiedConnection connection = new ProxiedConnection(proxy, client, database);
        Thread.ofVirtual().start(() -> connection.untilClosed(connection::passCommands));
        Thread.ofVirtual().start(() -> connection.untilClosed(connection::passAnswers));
        return connection;
    }

    void stall() {
        stalled = true;
    }

    private void passCommands() throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        while (true) {
            WireMessage message = WireMessage.read(in);
            if (stalled) {
                continue;
            }
            switch (proxy.outcomeOf(message.command())) {
                case Outcome.Rejected(DatabaseFault fault) ->
                    message.reply(fault.answer()).writeTo(client.getOutputStream());
                case Outcome.Forwarded(boolean losesAnswer) -> {
                    losesNextAnswer = losesAnswer;
                    message.writeTo(database.getOutputStream());
                }
            }
        }
    }

    private void passAnswers() throws IOException {
        InputStream in = database.getInputStream();
        byte[] buffer = new byte[16 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (losesNextAnswer) {
                return;
            }
            if (!stalled) {
                client.getOutputStream().write(buffer, 0, read);
            }
        }
    }

    private interface Transfer {
        void run() throws IOException;
    }

    private void untilClosed(Transfer transfer) {
        try {
            transfer.run();
        } catch (IOException closed) {
            // a side has closed its connection
        } finally {
            close();
        }
    }

    void close() {
        try {
            client.close();
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
