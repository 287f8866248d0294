package com.ticketing.host.gateway;

import java.io.EOFException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Detects that the client of an event stream has closed its connection. */
final class ClientDisconnect {

    private ClientDisconnect() {}

    /**
     * Calls the listener when the connection is closed. Jetty does not read a connection while it writes a response, and
     * so notices the end only at the next write. Because this method reads instead, the response is the connection's last.
     */
    static void watch(Request request, Response response, Consumer<Throwable> onClosed) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONNECTION, "close");
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        connection.tryFillInterested(
                Callback.from(() -> onClosed.accept(new EOFException("The client closed the stream")), onClosed));
    }
}
