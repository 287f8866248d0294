package com.ticketing.acceptance.rush;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.ticketing.host.api.ApiClient;
import com.ticketing.host.api.ApiResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderAttemptTest {

    private static final Answer OUTAGE = error(503, "temporarily-unavailable");
    private static final Answer RESERVED = error(400, "ticket-reserved");

    private record Answer(int status, String body) {}

    private final Queue<Answer> answers = new ArrayDeque<>();
    private HttpServer service;

    @BeforeEach
    void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/api/orders", exchange -> {
            Answer answer = answers.remove();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void anOrderThatWasPlacedDespiteTheOutageIsReturned() throws Exception {
        answers.addAll(List.of(OUTAGE, RESERVED, orders("b", "created")));

        ApiResponse response = attempt("b");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.id()).isEqualTo("order-of-b");
    }

    @Test
    void theRejectionIsReturnedIfAnotherBuyerHoldsTheTicket() throws Exception {
        answers.addAll(List.of(OUTAGE, RESERVED, orders("a", "created")));
        assertThat(Rejections.isReserved(attempt("b"))).isTrue();

        answers.addAll(List.of(OUTAGE, RESERVED, orders("b", "cancelled")));
        assertThat(Rejections.isReserved(attempt("b"))).isTrue();
    }

    @Test
    void aRejectionWithoutAnOutageIsReturnedAtOnce() throws Exception {
        answers.addAll(List.of(RESERVED));

        assertThat(Rejections.isReserved(attempt("b"))).isTrue();
    }

    private ApiResponse attempt(String ticket) throws Exception {
        String url = "http://localhost:" + service.getAddress().getPort();
        return new OrderAttempt(ApiClient.anonymous(url), Map.of("ticketId", ticket), Duration.ofMinutes(1)).call();
    }

    private static Answer orders(String ticket, String status) {
        return new Answer(
                200,
                "[{\"id\":\"order-of-" + ticket + "\",\"status\":\"" + status + "\",\"ticket\":{\"id\":\"" + ticket
                        + "\"}}]");
    }

    private static Answer error(int status, String code) {
        return new Answer(status, "{\"errors\":[{\"message\":\"x\",\"code\":\"" + code + "\"}]}");
    }
}
