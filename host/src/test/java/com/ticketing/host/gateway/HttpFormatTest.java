package com.ticketing.host.gateway;

import static com.ticketing.host.gateway.Upstream.answer;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests bodies of every size and framing, and connections that end at the wrong moment. */
class HttpFormatTest {

    private static final int LARGE = 20 << 20;

    @RegisterExtension
    final GatewayFixture fixture = new GatewayFixture();

    @Test
    void forwardsLargeBodiesInBothDirections() throws Exception {
        byte[] body = new byte[LARGE];
        Arrays.fill(body, (byte) 'x');
        Gateway gateway = fixture.gateway(fixture.upstream(exchange -> {
            byte[] received = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, received.length);
            exchange.getResponseBody().write(received);
            exchange.close();
        }));

        HttpResponse<byte[]> response = fixture.client()
                .send(
                        fixture.request(gateway, "/api/tickets")
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.ofByteArray());

        assertThat(response.body()).isEqualTo(body);
    }

    @Test
    void forwardsAResponseThatComesBeforeTheEndOfTheRequest() throws Exception {
        Gateway gateway = fixture.gateway(fixture.rawUpstream(request -> {
                    request.answer("HTTP/1.1 413 Content Too Large\r\nContent-Length: 5\r\n\r\nlarge");
                    return false;
                })
                .address());

        try (Socket client = connect(gateway)) {
            send(client, "POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nfirst");
            BufferedReader in = reader(client);
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 413 Content Too Large");
            assertThat(in.lines().takeWhile(line -> !line.isEmpty())).contains("Content-Length: 5");
            send(client, "x".repeat(100_000 - "first".length()));
            send(client, "GET /none HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(in.readLine()).isEqualTo("largeHTTP/1.1 404 Not Found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1\r\nConnection: close", "HTTP/1.0"})
    void readsTheRestOfTheLastRequestOfAConnectionAfterItsResponse(String version) throws Exception {
        Gateway gateway = fixture.gateway(fixture.rawUpstream(request -> {
                    request.answer("HTTP/1.1 413 Content Too Large\r\nContent-Length: 5\r\n\r\nlarge");
                    return false;
                })
                .address());
        String part = "x".repeat(100_000);

        try (Socket client = connect(gateway)) {
            send(client, "POST /api/tickets " + version + "\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n");
            BufferedReader in = reader(client);
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 413 Content Too Large");
            for (int i = 0; i < 20; i++) {
                send(client, part);
            }
            assertThat(in.lines()).endsWith("large");
        }
    }

    @Test
    void answersPipelinedRequestsInOrder() throws Exception {
        Gateway gateway = fixture.gateway(fixture.upstream(
                exchange -> answer(exchange, 200, exchange.getRequestURI().getPath() + ";")));
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            requests.append("GET /api/tickets/").append(i).append(" HTTP/1.1\r\nHost: x\r\n\r\n");
            requests.append("GET /none/").append(i).append(" HTTP/1.1\r\nHost: x\r\n\r\n");
        }
        requests.append("POST /api/tickets/new HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody");
        requests.append("GET /api/tickets/last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        String responses = GatewayFixture.raw(gateway, requests.toString());

        assertThat(responses.split("HTTP/1.1 ")).hasSize(103);
        assertThat(responses.indexOf("/api/tickets/7;")).isLessThan(responses.indexOf("/api/tickets/43;"));
        assertThat(responses).contains("/api/tickets/new;").endsWith("/api/tickets/last;");
    }

    @Test
    void sendsNoChunksToAnOldClient() throws Exception {
        Gateway gateway = fixture.gateway(fixture.upstream(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("whole".getBytes(ISO_8859_1));
            exchange.close();
        }));

        String response = GatewayFixture.raw(gateway, "GET /api/tickets HTTP/1.0\r\n\r\n");

        assertThat(response).endsWith("\r\n\r\nwhole").doesNotContainIgnoringCase("chunked");
    }

    @Test
    void framesAResponseThatEndsWithItsConnection() throws Exception {
        Gateway gateway = fixture.gateway(fixture.rawUpstream(request -> {
                    request.answer("HTTP/1.0 200 OK\r\n\r\nwhole");
                    return false;
                })
                .address());

        assertThat(fixture.get(gateway).body()).isEqualTo("whole");
        assertThat(fixture.get(gateway).headers().firstValue("Transfer-Encoding"))
                .contains("chunked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"304 Not Modified", "204 No Content"})
    void keepsTheConnectionAfterAResponseWithoutABody(String status) throws Exception {
        Gateway gateway = fixture.gateway(fixture.rawUpstream(request -> {
                    request.answer("HTTP/1.1 " + status + "\r\n\r\n");
                    return true;
                })
                .address());
        String get = "GET /api/tickets HTTP/1.1\r\nHost: x\r\n";

        String responses = GatewayFixture.raw(gateway, get + "\r\n" + get + "Connection: close\r\n\r\n");

        assertThat(responses.split("HTTP/1.1 " + status)).hasSize(3);
        assertThat(responses).doesNotContainIgnoringCase("chunked");
    }

    @Test
    void forwardsHeadersByteByByte() throws Exception {
        Gateway gateway = fixture.gateway(fixture.rawUpstream(request -> {
                    String name = request.head().stream()
                            .filter(line -> line.startsWith("X-Name: "))
                            .findFirst()
                            .orElseThrow();
                    request.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + name + "\r\n\r\n");
                    return true;
                })
                .address());

        assertThat(GatewayFixture.raw(
                        gateway,
                        "GET /api/tickets HTTP/1.1\r\nHost: x\r\nX-Name: \u00c3\u00a9\r\nConnection: close\r\n\r\n"))
                .contains("X-Name: \u00c3\u00a9\r\n");
    }

    @Test
    void ignoresInterimResponses() throws Exception {
        Gateway gateway = fixture.gateway(fixture.rawUpstream(request -> {
                    request.answer("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n");
                    request.answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfinal");
                    return true;
                })
                .address());

        assertThat(fixture.get(gateway).body()).isEqualTo("final");
        assertThat(fixture.get(gateway).statusCode()).isEqualTo(200);
    }

    @Test
    void asksAWaitingClientToSendItsBody() throws Exception {
        Gateway gateway = fixture.gateway(fixture.upstream(exchange ->
                answer(exchange, 200, new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1))));

        HttpResponse<String> response = fixture.client()
                .send(
                        fixture.request(gateway, "/api/tickets")
                                .expectContinue(true)
                                .POST(BodyPublishers.ofString("body"))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(response.body()).isEqualTo("body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 10\r\n\r\npart", "Transfer-Encoding: chunked\r\n\r\n4\r\npart\r\n"})
    void aResponseThatIsCutOffIsNotTakenForTheWhole(String part) throws Exception {
        RawUpstream cutting = fixture.rawUpstream(request -> {
            request.answer("HTTP/1.1 200 OK\r\n" + part);
            return false;
        });
        Gateway gateway = fixture.gateway(cutting.address(), cutting.address());

        assertThatThrownBy(() -> fixture.get(gateway)).isInstanceOf(IOException.class);
        assertThat(cutting.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "GET /api/tickets HTTP/1.1\r\nHost: x\r\nBad Name: 1\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void rejectsAMalformedRequestInTheContractsFormat(String request) throws Exception {
        RawUpstream service = fixture.silent();

        assertThat(GatewayFixture.raw(fixture.gateway(service.address()), request))
                .startsWith("HTTP/1.1 400 Bad Request")
                .endsWith("{\"errors\":[{\"message\":\"Bad Request\",\"code\":\"bad-request\"}]}");
        assertThat(service.requests()).isZero();
    }

    @Test
    void forwardsLargeCookies() throws Exception {
        Gateway gateway = fixture.gateway(fixture.upstream(
                exchange -> answer(exchange, 200, exchange.getRequestHeaders().getFirst("Cookie"))));
        String cookies = "c=" + "x".repeat(15_000);

        HttpResponse<String> response = fixture.client()
                .send(
                        fixture.request(gateway, "/api/tickets")
                                .header("Cookie", cookies)
                                .build(),
                        BodyHandlers.ofString());

        assertThat(response.body()).isEqualTo(cookies);
    }

    /** The client reads the response, also if it has sent much more than the gateway has read. */
    @ParameterizedTest
    @ValueSource(ints = {17_000, 40_000, 2_000_000})
    void rejectsATooLargeHeadInTheContractsFormat(int size) throws Exception {
        Gateway gateway = fixture.gateway(fixture.upstreamAnswering("never"));

        for (String path : List.of("/api/tickets", "/", "/tickets/new")) {
            assertThat(GatewayFixture.raw(
                            gateway,
                            "GET " + path + " HTTP/1.1\r\nHost: x\r\nCookie: " + "c".repeat(size) + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 431")
                    .endsWith("{\"errors\":[{\"message\":\"The headers of the request are too large: delete the cookies"
                            + " of this site and try again\",\"code\":\"request-header-fields-too-large\"}]}");
        }
    }

    @Test
    void endsTheUpstreamRequestWhenTheClientDisconnects() throws Exception {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        CompletableFuture<List<String>> received = new CompletableFuture<>();
        Gateway gateway = fixture.gateway(fixture.rawUpstream(request -> {
                    received.complete(request.head());
                    end.complete(request.body().read());
                    return false;
                })
                .address());

        try (Socket client = connect(gateway)) {
            send(client, "GET /api/tickets HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(received.get(1, TimeUnit.MINUTES)).contains("GET /api/tickets HTTP/1.1");
        }

        assertThat(end.get(1, TimeUnit.MINUTES)).isEqualTo(-1);
    }

    private static Socket connect(Gateway gateway) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), gateway.port());
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(ISO_8859_1));
        client.getOutputStream().flush();
    }

    private static BufferedReader reader(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
    }
}
