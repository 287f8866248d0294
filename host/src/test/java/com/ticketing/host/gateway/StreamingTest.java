package com.ticketing.host.gateway;

import static com.ticketing.host.gateway.Upstream.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that streams are not buffered, and end when their client disconnects. */
class StreamingTest {

    @RegisterExtension
    final GatewayFixture fixture = new GatewayFixture();

    @Test
    void forwardsEventsImmediately() throws Exception {
        CountDownLatch secondEvent = new CountDownLatch(1);
        Gateway gateway = fixture.gateway(fixture.upstream(exchange -> {
            OutputStream out = startEvents(exchange.getResponseHeaders(), exchange);
            write(out, "data: first\n\n");
            Upstream.awaitQuietly(secondEvent);
            write(out, "data: second\n\n");
            exchange.close();
        }));

        HttpResponse<InputStream> response = fixture.client()
                .send(fixture.request(gateway, "/api/tickets/events").build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
            secondEvent.countDown();
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("data: second");
        }
    }

    @Test
    void closesASilentStreamsUpstreamWhenTheClientDisconnects() throws Exception {
        CompletableFuture<Integer> upstreamEnd = new CompletableFuture<>();
        try (ServerSocket service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> serveOneSilentStream(service, upstreamEnd));
            Gateway gateway = fixture.gateway((InetSocketAddress) service.getLocalSocketAddress());

            try (Socket reader = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
                reader.setSoTimeout(Math.toIntExact(Duration.ofMinutes(1).toMillis()));
                reader.getOutputStream().write("GET /api/tickets/events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
                BufferedReader lines = new BufferedReader(new InputStreamReader(reader.getInputStream(), UTF_8));
                assertThat(lines.lines().anyMatch("data: first"::equals)).isTrue();
                assertThat(upstreamEnd).isNotDone();
            }

            assertThat(upstreamEnd.get(1, TimeUnit.MINUTES)).isEqualTo(-1);
        }
    }

    @Test
    void forwardsARequestBodyBeforeItsEnd() throws Exception {
        CompletableFuture<String> firstBytes = new CompletableFuture<>();
        Gateway gateway = fixture.gateway(fixture.upstream(exchange -> {
            firstBytes.complete(new String(exchange.getRequestBody().readNBytes(5), UTF_8));
            exchange.getRequestBody().readAllBytes();
            answer(exchange, 200, "");
        }));

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            OutputStream out = socket.getOutputStream();
            write(out, "POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nfirst");
            assertThat(firstBytes.get(1, TimeUnit.MINUTES)).isEqualTo("first");
            write(out, "-last");
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine())
                    .startsWith("HTTP/1.1 200");
        }
    }

    private static OutputStream startEvents(Headers headers, HttpExchange exchange) throws IOException {
        headers.set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    /** Sends one event; completes the future with the result of the next read. */
    private static void serveOneSilentStream(ServerSocket service, CompletableFuture<Integer> end) {
        try (Socket socket = service.accept()) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            while (!in.readLine().isEmpty()) {
                // The request's headers.
            }
            write(socket.getOutputStream(), """
                    HTTP/1.1 200 OK\r
                    Content-Type: text/event-stream\r
                    Transfer-Encoding: chunked\r
                    \r
                    d\r
                    data: first

                    \r
                    """);
            end.complete(in.read());
        } catch (IOException e) {
            end.completeExceptionally(e);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }
}
