package com.ticketing.common.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.SignedIn;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class SecurityIT {

    private static final String SESSION = "6924400000000000000000e1";

    private static final Map<String, Object> LISTING = Map.of("title", "Concert", "price", 20);

    @Autowired
    Api anonymous;

    @Autowired
    AccessTokens tokens;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Test
    void authenticatesTheCallerByTheSessionCookie() {
        assertThat(caller(SignedIn.as("alice", "alice@example.com"))).isEqualTo("alice");
        assertThat(caller("session=" + tokens.issue(new CurrentUser("bob", "bob@example.com", List.of()), SESSION)))
                .isEqualTo("bob");
        assertThat(caller("other=1")).isEqualTo("nobody");
    }

    /** Browsers also send the cookies of other paths or domains, in any order. */
    @Test
    void triesEachSessionCookie() {
        String good = SignedIn.as("alice", "alice@example.com");
        String expired = SignedIn.expired("mallory", "m@example.com");
        assertThat(caller("session=stale; " + good)).isEqualTo("alice");
        assertThat(caller(good + "; session=stale")).isEqualTo("alice");
        assertThat(caller(expired + "; session=; other=1; " + good)).isEqualTo("alice");
        assertThat(caller(expired + "; session=stale")).isEqualTo("nobody");
        assertThat(caller("session=stale; ".repeat(10) + good)).isEqualTo("nobody");
        assertThat(anonymous
                        .as("session=stale; " + good)
                        .post("/api/listings", LISTING)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"jwt\":\"%s\"}", "{ \"jwt\": \"%s\", \"other\": 1 }"})
    void acceptsTheCookieOfCookieSession(String json) {
        String token = SignedIn.as("alice", "alice@example.com").replaceFirst("^session=", "");
        byte[] wrapped = json.formatted(token).getBytes(UTF_8);

        assertThat(caller("session=" + Base64.getEncoder().encodeToString(wrapped)))
                .isEqualTo("alice");
        assertThat(caller("session=" + Base64.getUrlEncoder().withoutPadding().encodeToString(wrapped)))
                .isEqualTo("alice");
        String forged = json.formatted(token.replaceFirst("\\.[^.]*$", ".forged"));
        assertThat(caller("session=" + Base64.getEncoder().encodeToString(forged.getBytes(UTF_8))))
                .isEqualTo("nobody");
    }

    static Stream<String> invalidTokens() {
        return Stream.of(
                SignedIn.expired("mallory", "m@example.com"),
                SignedIn.withAnotherKey("mallory", "m@example.com"),
                SignedIn.withAnotherAlgorithm("mallory", "m@example.com"),
                SignedIn.unsigned("mallory", "m@example.com"),
                SignedIn.withLifetime(Duration.ofHours(2), "mallory", "m@example.com"),
                SignedIn.as("mallory", "m@example.com").replaceFirst("\\.[^.]*$", ".forged"),
                "session=",
                "session=nonsense",
                "session=bnVsbA==",
                "session=eyJqd3QiOjF9",
                "session=eyJqd3Qi",
                "session=a.b.c",
                encrypted("RSA-OAEP", ""),
                encrypted("PBES2-HS256+A128KW", ",\"p2c\":1000,\"p2s\":\"AAAAAAAAAAAAAAAA\""));
    }

    /** Returns a cookie with an encrypted token for another kind of key than the suite's. */
    private static String encrypted(String algorithm, String parameters) {
        String header = "{\"alg\":\"" + algorithm + "\",\"enc\":\"A256GCM\"" + parameters + "}";
        return "session=" + Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8))
                + ".AA.AA.AA.AA";
    }

    @ParameterizedTest
    @MethodSource("invalidTokens")
    void treatsACallerWithAnInvalidTokenAsAnonymous(String cookie) {
        assertThat(caller(cookie)).isEqualTo("nobody");
        assertThat(anonymous
                        .as(cookie)
                        .post("/api/listings", LISTING)
                        .expect(401)
                        .messages())
                .containsExactly("Not authorized");
    }

    @Test
    void rejectsAnAnonymousCallerBeforeReadingTheBody() {
        assertThat(anonymous
                        .sendText("POST", "/api/listings", "application/json", "{nonsense")
                        .expect(401)
                        .messages())
                .containsExactly("Not authorized");
    }

    /** The path also matches the pattern of a public route, which has another handler. */
    @Test
    void deniesARouteThatIsNotNamedAsPublicToAnonymousCallers() {
        assertThat(anonymous.get("/api/listings/unnamed").expect(401).messages())
                .containsExactly("Not authorized");
        assertThat(anonymous.send("HEAD", "/api/listings/unnamed", null).status())
                .isEqualTo(401);
        assertThat(anonymous
                        .as(SignedIn.as("alice", "alice@example.com"))
                        .get("/api/listings/unnamed")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void requiresTheRoleOfAPreAuthorizedHandler() {
        assertThat(anonymous.get("/api/listings/admin").status()).isEqualTo(401);
        assertThat(anonymous
                        .as(SignedIn.as("alice", "alice@example.com"))
                        .get("/api/listings/admin")
                        .expect(403)
                        .messages())
                .containsExactly("Forbidden");
        assertThat(anonymous
                        .as("session="
                                + tokens.issue(new CurrentUser("root", "root@example.com", List.of("admin")), SESSION))
                        .get("/api/listings/admin")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void respondsWith404Or405ToAnonymousRequestsWithoutAHandler() {
        assertThat(anonymous.post("/no/such/route", LISTING).status()).isEqualTo(404);
        assertThat(anonymous.put("/api/listings", LISTING).status()).isEqualTo(405);
    }

    @Test
    void rejectsCrossSiteRequestsWithCookies() {
        Api person = anonymous.as(SignedIn.as("alice", "alice@example.com"));
        assertThat(person.with("Origin", "https://evil.example")
                        .post("/api/listings", LISTING)
                        .expect(403)
                        .messages())
                .containsExactly("Cross-site requests are rejected");
        assertThat(person.with("Sec-Fetch-Site", "cross-site")
                        .post("/api/listings", LISTING)
                        .status())
                .isEqualTo(403);
        assertThat(person.with("Origin", "http://localhost:" + port)
                        .post("/api/listings", LISTING)
                        .status())
                .isEqualTo(200);
        assertThat(person.with("Sec-Fetch-Site", "same-origin")
                        .post("/api/listings", LISTING)
                        .status())
                .isEqualTo(200);
        assertThat(person.post("/api/listings", LISTING).status()).isEqualTo(200);
        assertThat(person.with("Origin", "https://evil.example")
                        .get("/api/listings/caller")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/listings", "/api/listings/nothing", "/no/such/route"})
    void sendsRestrictiveSecurityHeaders(String path) {
        var answer = anonymous.get(path);
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.header("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.header("Content-Security-Policy")).hasValue("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.header("Cache-Control"))
                .hasValueSatisfying(it -> assertThat(it).contains("no-store"));
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void servesManagementOnItsOwnPortOnly() {
        Api management = new Api("http://localhost:" + managementPort);
        assertThat(anonymous.get("/actuator/health").status()).isEqualTo(404);
        assertThat(management
                        .get("/actuator/health")
                        .expect(200)
                        .json()
                        .path("status")
                        .asString())
                .isIn("UP", "DEGRADED");
        assertThat(management.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(management.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(management.get("/actuator/env").status()).isIn(401, 404);
        assertThat(management.get("/api/listings").status()).isEqualTo(404);
        assertThat(management.post("/actuator/deadletters/x", null).status()).isEqualTo(401);
    }

    private String caller(String cookie) {
        return anonymous
                .as(cookie)
                .get("/api/listings/caller")
                .expect(200)
                .json()
                .path("id")
                .asString();
    }
}
