package com.ticketing.acceptance.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcknowledgedWritesTest {

    private static final String TICKET = "00000000000000000000000a";

    private final AcknowledgedWrites writes = new AcknowledgedWrites();
    private HttpServer suite;
    private Customer seller;

    /** The ticket's version is 1. */
    @BeforeEach
    void start() throws Exception {
        suite = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        suite.createContext("/api/users/signin", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "session=token; Path=/");
            answer(exchange, "{}");
        });
        suite.createContext("/api/tickets/" + TICKET, exchange -> answer(exchange, "{\"version\":1}"));
        suite.start();
        seller = new Customer(
                "http://127.0.0.1:" + suite.getAddress().getPort(), "seller@example.com", "a good password");
    }

    @AfterEach
    void stop() {
        suite.stop(0);
    }

    @Test
    void holdForAnEditThatIsStored() {
        writes.ticketEdited(seller, TICKET, 1);

        assertThat(writes.verify().violations()).isEmpty();
    }

    @Test
    void holdForAnEditThatAnotherOneFollowed() {
        writes.ticketEdited(seller, TICKET, 0);

        assertThat(writes.verify().violations()).isEmpty();
    }

    @Test
    void reportALostEdit() {
        writes.ticketEdited(seller, TICKET, 2);

        assertThat(writes.verify().violations()).singleElement().asString().contains(TICKET, "version 2");
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        exchange.sendResponseHeaders(200, body.length());
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }
}
