package com.ticketing.host.gateway;

import static com.ticketing.host.gateway.Upstream.answer;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Creates gateways and upstreams, and closes them after each test. */
final class GatewayFixture implements AfterEachCallback {

    private static final Path NO_WEB_PAGE = Path.of("no", "such", "folder");

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMinutes(1))
            .build();

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        client.shutdownNow();
        for (AutoCloseable it : opened.reversed()) {
            it.close();
        }
    }

    HttpClient client() {
        return client;
    }

    Gateway gateway(InetSocketAddress... replicas) throws IOException {
        return gateway(Timeouts.DEFAULT, replicas);
    }

    Gateway gateway(Timeouts timeouts, InetSocketAddress... replicas) throws IOException {
        return started(new Gateway(0, routes(), NO_WEB_PAGE, false, timeouts), replicas);
    }

    Gateway gateway(Path webPage) throws IOException {
        return gateway(webPage, false);
    }

    Gateway gateway(Path webPage, boolean cardForm) throws IOException {
        return started(new Gateway(0, routes(), webPage, cardForm));
    }

    static IngressRoutes routes() {
        return new IngressRoutes(List.of(new Route("/api/tickets", false, "tickets"), new Route("/", false, "client")));
    }

    InetSocketAddress upstreamAnswering(String body) throws IOException {
        return upstream(exchange -> answer(exchange, 200, body));
    }

    /**
     * An address that refuses connections for as long as the test runs: its port is bound, and nothing listens there.
     */
    InetSocketAddress refusing() throws IOException {
        Socket bound = new Socket();
        opened.add(bound);
        bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return (InetSocketAddress) bound.getLocalSocketAddress();
    }

    InetSocketAddress upstream(HttpHandler handler) throws IOException {
        Upstream upstream = new Upstream(handler);
        opened.add(upstream);
        return upstream.address();
    }

    RawUpstream rawUpstream(RawUpstream.Handler handler) throws IOException {
        RawUpstream upstream = new RawUpstream(handler);
        opened.add(upstream);
        return upstream;
    }

    /** A replica that accepts connections and requests, and never answers. */
    RawUpstream silent() throws IOException {
        CountDownLatch closed = new CountDownLatch(1);
        opened.add(closed::countDown);
        return rawUpstream(request -> {
            Upstream.awaitQuietly(closed);
            return false;
        });
    }

    /** Sends raw bytes and returns everything until the gateway closes the connection. */
    static String raw(Gateway gateway, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    HttpResponse<String> post(Gateway gateway, String body) throws IOException, InterruptedException {
        return client.send(
                request(gateway, "/api/tickets")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> get(Gateway gateway) throws IOException, InterruptedException {
        return client.send(request(gateway, "/api/tickets").build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(Gateway gateway, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
    }

    private Gateway started(Gateway gateway, InetSocketAddress... replicas) throws IOException {
        gateway.listen();
        gateway.start(Map.of("tickets", List.of(replicas)));
        opened.add(gateway);
        return gateway;
    }
}
