package com.ticketing.local.gateway;

import static com.ticketing.local.gateway.Upstream.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.Headers;
import com.ticketing.testsupport.servers.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTest {

    @TempDir
    Path webPage;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @AfterEach
    void closeEverything() throws Exception {
        client.shutdownNow();
        for (AutoCloseable it : opened.reversed()) {
            it.close();
        }
    }

    @Test
    void keepsHostAndWritesItsOwnForwardedHeaders() throws Exception {
        AtomicReference<Headers> seen = new AtomicReference<>();
        AtomicReference<String> asked = new AtomicReference<>();
        Gateway gateway = gateway(upstream(exchange -> {
            seen.set(exchange.getRequestHeaders());
            asked.set(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().set("X-Answer", "kept");
            exchange.getResponseHeaders().set("Keep-Alive", "timeout=9");
            answer(exchange, 201, "made");
        }));

        HttpResponse<String> response = client.send(
                request(gateway, "/api/tickets?q=a%20b&limit=2")
                        .header("X-Forwarded-For", "6.6.6.6")
                        .header("Forwarded", "for=6.6.6.6")
                        .header("X-Own", "kept")
                        .header("TE", "trailers")
                        .GET()
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo("made");
        assertThat(response.headers().firstValue("X-Answer")).contains("kept");
        assertThat(response.headers().firstValue("Keep-Alive")).isEmpty();
        assertThat(response.headers().allValues("Date")).hasSize(1);
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(asked.get()).isEqualTo("/api/tickets?q=a%20b&limit=2");
        Headers headers = seen.get();
        String host = "127.0.0.1:" + gateway.port();
        assertThat(headers.getFirst("Host")).isEqualTo(host);
        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.getFirst("X-Forwarded-Host")).isEqualTo(host);
        assertThat(headers.getFirst("X-Forwarded-Port")).isEqualTo(Integer.toString(gateway.port()));
        assertThat(headers.getFirst("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(headers.getFirst("X-Own")).isEqualTo("kept");
        assertThat(headers).doesNotContainKeys("Forwarded", "Te");
    }

    @Test
    void takesTurnsAmongReplicas() throws Exception {
        Gateway gateway = gateway(upstreamAnswering("one"), upstreamAnswering("two"));

        Set<String> answers =
                new HashSet<>(List.of(get(gateway).body(), get(gateway).body()));

        assertThat(answers).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void passesOverAReplicaThatRefusesAndSendsTheBodyOnce() throws Exception {
        AtomicInteger received = new AtomicInteger();
        InetSocketAddress refusing = new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePorts.next());
        Gateway gateway = gateway(refusing, upstream(exchange -> {
            received.addAndGet(exchange.getRequestBody().readAllBytes().length);
            answer(exchange, 200, "fine");
        }));

        for (int i = 0; i < 4; i++) {
            HttpRequest post = request(gateway, "/api/tickets")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"title\":\"x\"}"))
                    .build();
            assertThat(client.send(post, BodyHandlers.ofString()).body()).isEqualTo("fine");
        }

        assertThat(received).hasValue(4 * "{\"title\":\"x\"}".length());
    }

    @Test
    void doesNotRepeatARequestThatAReplicaMayHaveSeen() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        InetSocketAddress dropping = upstream(exchange -> {
            requests.incrementAndGet();
            exchange.close();
        });
        Gateway gateway = gateway(dropping, dropping);

        assertThat(get(gateway).statusCode()).isEqualTo(502);
        assertThat(requests).hasValue(1);
    }

    @Test
    void saysInTheContractsShapeThatNobodyAnswers() throws Exception {
        Gateway gateway = gateway(new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePorts.next()));

        HttpResponse<String> response = get(gateway);

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body()).isEqualTo("{\"errors\":[{\"message\":\"Bad Gateway\"}]}");
    }

    @Test
    void givesUpOnASilentService() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        InetSocketAddress silent = upstream(exchange -> awaitQuietly(never));
        Gateway gateway = gateway(Duration.ofMillis(300), silent);

        HttpResponse<String> response = get(gateway);

        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(response.body()).isEqualTo("{\"errors\":[{\"message\":\"Gateway Timeout\"}]}");
    }

    @Test
    void refusesWhatIsNoAddress() throws Exception {
        Gateway gateway = gateway(upstreamAnswering("never"));

        assertThat(raw(gateway, "GET /api/tickets/a|b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("{\"errors\":[{\"message\":\"Bad Request\"}]}");
    }

    @Test
    void streamsEventsAsTheyCome() throws Exception {
        CountDownLatch secondMayGo = new CountDownLatch(1);
        Gateway gateway = gateway(upstream(exchange -> {
            OutputStream out = startEvents(exchange.getResponseHeaders(), exchange);
            write(out, "data: first\n\n");
            awaitQuietly(secondMayGo);
            write(out, "data: second\n\n");
            exchange.close();
        }));

        HttpResponse<InputStream> response =
                client.send(request(gateway, "/api/tickets/events").build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
            secondMayGo.countDown();
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("data: second");
        }
    }

    @Test
    void closesASilentStreamsUpstreamWhenTheClientLeaves() throws Exception {
        CompletableFuture<Integer> upstreamEnd = new CompletableFuture<>();
        try (java.net.ServerSocket service = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> serveOneSilentStream(service, upstreamEnd));
            Gateway gateway = gateway((InetSocketAddress) service.getLocalSocketAddress());

            try (Socket reader = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
                reader.getOutputStream().write("GET /api/tickets/events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
                BufferedReader lines = new BufferedReader(new InputStreamReader(reader.getInputStream(), UTF_8));
                await().until(() -> "data: first".equals(lines.readLine()));
                assertThat(upstreamEnd).isNotDone();
            }

            assertThat(upstreamEnd.get(5, TimeUnit.SECONDS)).isEqualTo(-1);
        }
    }

    @Test
    void streamsARequestBodyBeforeItsEnd() throws Exception {
        CompletableFuture<String> firstBytes = new CompletableFuture<>();
        Gateway gateway = gateway(upstream(exchange -> {
            firstBytes.complete(new String(exchange.getRequestBody().readNBytes(5), UTF_8));
            exchange.getRequestBody().readAllBytes();
            answer(exchange, 200, "");
        }));

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            OutputStream out = socket.getOutputStream();
            write(out, "POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nfirst");
            assertThat(firstBytes.get(5, TimeUnit.SECONDS)).isEqualTo("first");
            write(out, "-last");
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine())
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void holdsThousandsOfRequestsAtOnce() throws Exception {
        int many = 2000;
        CountDownLatch all = new CountDownLatch(many);
        Gateway gateway = gateway(upstream(exchange -> {
            all.countDown();
            awaitQuietly(all);
            answer(exchange, 200, "together");
        }));

        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            answers.add(client.sendAsync(request(gateway, "/api/tickets").build(), BodyHandlers.ofString()));
        }

        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get(60, TimeUnit.SECONDS).body()).isEqualTo("together");
        }
    }

    @Test
    void servesAPlainPageUntilTheWebPageIsBuilt() throws Exception {
        Gateway gateway = gateway();

        HttpResponse<String> page = page(gateway, "/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.body()).contains("lang=\"en\"").contains("the web page is not built");
        assertThat(page(gateway, "/orders/1").body()).isEqualTo(page.body());
    }

    @Test
    void servesTheBuiltPageAndItsOwnAddresses() throws Exception {
        Files.writeString(webPage.resolve("index.html"), "<!doctype html><title>Built</title>");
        Files.createDirectories(webPage.resolve("assets"));
        Files.writeString(webPage.resolve("assets/app-1a2b.js"), "let a;");
        Gateway gateway = gateway();

        assertThat(page(gateway, "/").body()).contains("Built");
        assertThat(page(gateway, "/tickets/1").body()).contains("Built");
        assertThat(page(gateway, "/assets/app-1a2b.js").body()).isEqualTo("let a;");
        assertThat(page(gateway, "/assets/app-1a2b.js")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElseThrow())
                .contains("immutable");
        assertThat(page(gateway, "/").headers().firstValue("Cache-Control")).contains("no-cache");
        HttpResponse<String> unknown = page(gateway, "/api/unknown");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo("{\"errors\":[{\"message\":\"Not Found\"}]}");
    }

    @Test
    void saysThatItsPortIsTaken() throws IOException {
        Gateway first = gateway();
        Gateway second = new Gateway(first.port(), routes(), webPage);

        org.assertj.core.api.Assertions.assertThatThrownBy(second::listen).isInstanceOf(IOException.class);
    }

    private Gateway gateway(InetSocketAddress... replicas) throws IOException {
        return gateway(Duration.ofSeconds(30), replicas);
    }

    private Gateway gateway(Duration readTimeout, InetSocketAddress... replicas) throws IOException {
        Gateway gateway = new Gateway(0, routes(), webPage, readTimeout);
        gateway.listen();
        gateway.start(Map.of("tickets", List.of(replicas)));
        opened.add(gateway);
        return gateway;
    }

    private static IngressRoutes routes() {
        return new IngressRoutes(List.of(new Route("/api/tickets", false, "tickets"), new Route("/", false, "client")));
    }

    private InetSocketAddress upstreamAnswering(String body) throws IOException {
        return upstream(exchange -> answer(exchange, 200, body));
    }

    private InetSocketAddress upstream(com.sun.net.httpserver.HttpHandler handler) throws IOException {
        Upstream upstream = new Upstream(handler);
        opened.add(upstream);
        return upstream.address();
    }

    private HttpResponse<String> get(Gateway gateway) throws Exception {
        return client.send(request(gateway, "/api/tickets").build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> page(Gateway gateway, String path) throws Exception {
        return client.send(
                request(gateway, path).header("Accept", "text/html,*/*;q=0.8").build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(Gateway gateway, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
    }

    private static String raw(Gateway gateway, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            write(socket.getOutputStream(), request);
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static OutputStream startEvents(Headers headers, com.sun.net.httpserver.HttpExchange exchange)
            throws IOException {
        headers.set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    /** One event and then silence; tells what reading the connection gives after that. */
    private static void serveOneSilentStream(java.net.ServerSocket service, CompletableFuture<Integer> end) {
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

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
