package com.ticketing.auth.reset;

import static com.ticketing.auth.People.PASSWORD;
import static com.ticketing.auth.People.newEmail;
import static com.ticketing.auth.People.signIn;
import static com.ticketing.auth.People.signUp;
import static com.ticketing.testsupport.Eventually.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With somebody who sends mail: here, a server that keeps the letters. */
@AuthTest
class PasswordResetIT {

    private static final String NEW_PASSWORD = "another long secret";
    private static final List<JsonNode> LETTERS = new CopyOnWriteArrayList<>();
    private static final HttpServer MAIL = mail();

    @Autowired
    private Api api;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MongoOperations mongo;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add(
                "auth.mail.url", () -> "http://127.0.0.1:" + MAIL.getAddress().getPort() + "/letters");
    }

    private static HttpServer mail() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/letters", exchange -> {
                try (exchange) {
                    String letter = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    LETTERS.add(JsonMapper.shared().readTree(letter));
                    exchange.sendResponseHeaders(204, -1);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() {
        MAIL.stop(0);
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void aLetterLetsAPersonChooseAnotherPasswordAndEndsTheirSessions() {
        String email = newEmail();
        ApiResponse before = signUp(api, email).expect(201);

        JsonNode letter = letter(email, 1);

        assertThat(letter.propertyNames()).containsExactlyInAnyOrder("kind", "to", "token", "expiresAt");
        assertThat(letter.path("kind").asString()).isEqualTo("password-reset");
        reset(letter, NEW_PASSWORD).expect(200);
        signIn(api, email, PASSWORD).expect(400);
        signIn(api, email, NEW_PASSWORD).expect(200);
        api.as("refresh=" + before.cookie("refresh").orElseThrow())
                .post("/api/users/refresh", null)
                .expect(401);
    }

    @Test
    void aTokenIsGoodOnceAndStoredNowhere() {
        String email = newEmail();
        signUp(api, email).expect(201);
        JsonNode letter = letter(email, 1);
        assertThat(mongo.getCollection("passwordResets").find().map(Document::toJson))
                .isNotEmpty()
                .noneMatch(stored -> stored.contains(letter.path("token").asString()));

        assertThat(reset(letter, "short").expect(400).messages()).hasSize(1);
        reset(letter, NEW_PASSWORD).expect(200);

        assertThat(reset(letter, PASSWORD).expect(400).messages()).containsExactly("This link is no longer valid");
        signIn(api, email, NEW_PASSWORD).expect(200);
    }

    @Test
    void aTokenGrowsOld() {
        String email = newEmail();
        signUp(api, email).expect(201);
        JsonNode letter = letter(email, 1);

        clock.advance(Duration.ofMinutes(31));

        reset(letter, NEW_PASSWORD).expect(400);
        signIn(api, email, PASSWORD).expect(200);
    }

    @Test
    void anotherLetterIsSentAfterAWhileAndReplacesTheFirst() {
        String email = newEmail();
        signUp(api, email).expect(201);
        JsonNode first = letter(email, 1);
        forgotten(email).expect(202);
        clock.advance(Duration.ofMinutes(2));

        JsonNode second = letter(email, 2);

        reset(first, NEW_PASSWORD).expect(400);
        reset(second, NEW_PASSWORD).expect(200);
        assertThat(letters(email)).hasSize(2);
    }

    @Test
    void aStrangersAddressIsAnsweredAlikeAndGetsNoLetter() {
        String stranger = newEmail();
        String known = newEmail();
        signUp(api, known).expect(201);

        assertThat(forgotten(stranger).expect(202).text())
                .isEqualTo(forgotten(known).expect(202).text());

        await().until(() -> letters(known).size() == 1);
        assertThat(letters(stranger)).isEmpty();
        forgotten("nobody").expect(400);
        api.post("/api/users/password/reset", Map.of("token", "made up", "password", NEW_PASSWORD))
                .expect(400);
    }

    private ApiResponse forgotten(String email) {
        return api.post("/api/users/password/forgotten", Map.of("email", email));
    }

    private ApiResponse reset(JsonNode letter, String password) {
        return api.post(
                "/api/users/password/reset",
                Map.of("token", letter.path("token").asString(), "password", password));
    }

    /** The newest letter, once there are so many. */
    private JsonNode letter(String email, int count) {
        forgotten(email).expect(202);
        await().until(() -> letters(email).size() == count);
        return letters(email).getLast();
    }

    private static List<JsonNode> letters(String email) {
        return LETTERS.stream()
                .filter(letter -> letter.path("to").asString().equals(email))
                .toList();
    }
}
