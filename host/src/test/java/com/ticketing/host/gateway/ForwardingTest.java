package com.ticketing.host.gateway;

import static com.ticketing.host.gateway.Upstream.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how the gateway forwards requests, and its own errors. */
class ForwardingTest {

    @RegisterExtension
    final GatewayFixture fixture = new GatewayFixture();

    @Test
    void keepsTheHostAndReplacesForwardingHeaders() throws Exception {
        AtomicReference<Headers> seen = new AtomicReference<>();
        AtomicReference<String> asked = new AtomicReference<>();
        Gateway gateway = fixture.gateway(fixture.upstream(exchange -> {
            seen.set(exchange.getRequestHeaders());
            asked.set(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().set("X-Answer", "kept");
            exchange.getResponseHeaders().set("Keep-Alive", "timeout=9");
            answer(exchange, 201, "made");
        }));

        HttpResponse<String> response = fixture.client()
                .send(
                        fixture.request(gateway, "/api/tickets?q=a%20b&limit=2")
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
    void anUnavailableServiceIsAnErrorInTheContractsFormat() throws Exception {
        Gateway gateway = fixture.gateway(fixture.refusing());

        HttpResponse<String> response = fixture.get(gateway);

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body()).isEqualTo("{\"errors\":[{\"message\":\"Bad Gateway\",\"code\":\"bad-gateway\"}]}");
    }

    @Test
    void aServiceThatDoesNotRespondIsATimeout() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        InetSocketAddress silent = fixture.upstream(exchange -> Upstream.awaitQuietly(never));
        Gateway gateway = fixture.gateway(readTimeout(Duration.ofMillis(300)), silent);

        HttpResponse<String> response = fixture.get(gateway);

        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(response.body())
                .isEqualTo("{\"errors\":[{\"message\":\"Gateway Timeout\",\"code\":\"gateway-timeout\"}]}");
    }

    @Test
    void rejectsAnInvalidPath() throws Exception {
        Gateway gateway = fixture.gateway(fixture.upstreamAnswering("never"));

        assertThat(GatewayFixture.raw(gateway, "GET /api/tickets/a|b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("{\"errors\":[{\"message\":\"Bad Request\",\"code\":\"bad-request\"}]}");
    }

    @Test
    void forwardsThousandsOfConcurrentRequests() throws Exception {
        int many = 2000;
        CountDownLatch all = new CountDownLatch(many);
        Gateway gateway = fixture.gateway(fixture.upstream(exchange -> {
            all.countDown();
            Upstream.awaitQuietly(all);
            answer(exchange, 200, "together");
        }));

        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            answers.add(fixture.client()
                    .sendAsync(fixture.request(gateway, "/api/tickets").build(), BodyHandlers.ofString()));
        }

        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get(3, TimeUnit.MINUTES).body()).isEqualTo("together");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "localhost"})
    void listensOnEveryLoopbackAddress(String host) throws Exception {
        Gateway gateway = fixture.gateway(fixture.upstream(
                exchange -> answer(exchange, 200, exchange.getRequestHeaders().getFirst("X-Forwarded-For"))));

        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + host + ":" + gateway.port() + "/api/tickets"))
                .build();

        assertThat(fixture.client().send(request, BodyHandlers.ofString()).body())
                .isIn("127.0.0.1", "::1");
    }

    @Test
    void reportsAPortInUse() throws IOException {
        Gateway first = fixture.gateway();
        Gateway second = new Gateway(first.port(), GatewayFixture.routes(), Path.of("none"), false);

        assertThatThrownBy(second::listen).isInstanceOf(IOException.class);
    }

    private static Timeouts readTimeout(Duration read) {
        Timeouts usual = Timeouts.DEFAULT;
        return new Timeouts(usual.connect(), usual.firstByte(), read, usual.suspension(), usual.idle());
    }
}
