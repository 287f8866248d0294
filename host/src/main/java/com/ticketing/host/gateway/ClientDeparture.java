package com.ticketing.host.gateway;

import java.io.EOFException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Notices that the reader of an endless answer has closed its connection. */
final class ClientDeparture {

    private ClientDeparture() {}

    /**
     * While an answer is written Jetty does not read the connection, so an end of it would be seen only at the next
     * write. Reading here takes the connection out of Jetty's hands: the answer is the last one on it.
     */
    static void watch(Request request, Response response, Consumer<Throwable> whenGone) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONNECTION, "close");
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        connection.tryFillInterested(
                Callback.from(() -> whenGone.accept(new EOFException("The client closed the stream")), whenGone));
    }
}
