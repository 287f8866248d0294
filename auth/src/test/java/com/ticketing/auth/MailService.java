package com.ticketing.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator's mail service that stores the emails it receives. It runs until the process ends. */
public final class MailService {

    private static final List<JsonNode> MAILS = new CopyOnWriteArrayList<>();
    private static final HttpServer SERVER = start();

    private MailService() {}

    public static void configure(DynamicPropertyRegistry registry) {
        registry.add(
                "auth.mail.url", () -> "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/mails");
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/mails", exchange -> {
                try (exchange) {
                    String mail = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    MAILS.add(JsonMapper.shared().readTree(mail));
                    exchange.sendResponseHeaders(204, -1);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the emails to the address, oldest first. */
    public static List<JsonNode> mails(String email) {
        return MAILS.stream()
                .filter(mail -> mail.path("to").asString().equals(email))
                .toList();
    }
}
