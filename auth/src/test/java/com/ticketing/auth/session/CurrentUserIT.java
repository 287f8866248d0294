package com.ticketing.auth.session;

import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@AuthTest
class CurrentUserIT {

    @Autowired
    private Api api;

    @Test
    void setsTheSessionCookieForTheWholeSiteAsHttpOnly() {
        String cookie = signUp(api, newEmail()).setCookie("session").orElseThrow();

        assertThat(Arrays.asList(cookie.split("; ")))
                .contains("Path=/", "Max-Age=900", "Secure", "HttpOnly", "SameSite=Lax")
                .noneMatch(attribute -> attribute.startsWith("Domain"));
    }

    @Test
    void deletesBothCookiesAtSignOut() {
        ApiResponse signedUp = signUp(api, newEmail());

        for (Api caller : new Api[] {api, api.as(signedUp.session())}) {
            ApiResponse response = caller.post("/api/users/signout", null).expect(200);

            assertThat(response.text()).isEqualTo("{}");
            assertThat(response.setCookie("session").orElseThrow().split("; "))
                    .contains("session=", "Path=/", "Max-Age=0", "Secure", "HttpOnly", "SameSite=Lax");
            assertThat(response.setCookie("refresh").orElseThrow().split("; "))
                    .contains("refresh=", "Path=/api/users", "Max-Age=0", "Secure", "HttpOnly", "SameSite=Strict");
        }
    }

    @Test
    void returnsTheSignedInUserAndTheTimesOfTheToken() {
        String email = newEmail();
        Instant before = Instant.now();
        ApiResponse signedUp = signUp(api, email);

        JsonNode user = api.as(signedUp.session())
                .get("/api/users/currentuser")
                .expect(200)
                .json()
                .path("currentUser");

        assertThat(user.path("id")).isEqualTo(signedUp.json().path("id"));
        assertThat(user.path("email").asString()).isEqualTo(email);
        Instant issued = Instant.ofEpochSecond(user.path("iat").asLong());
        assertThat(issued).isBetween(before.minusSeconds(1), Instant.now());
        assertThat(user.path("exp").asLong() - user.path("iat").asLong()).isEqualTo(900);
    }

    @ParameterizedTest
    @MethodSource("invalidCookies")
    void returnsTheUserOfTheFirstValidCookie(String invalid) {
        ApiResponse signedUp = signUp(api, newEmail());

        JsonNode response = api.as(invalid + "; " + signedUp.session())
                .get("/api/users/currentuser")
                .expect(200)
                .json();

        assertThat(response.path("currentUser").path("id"))
                .isEqualTo(signedUp.json().path("id"));
    }

    static Stream<String> invalidCookies() {
        String id = SignedIn.newId();
        String valid = SignedIn.as(id, "ann@example.com");
        return Stream.of(
                "unrelated=1",
                "session=",
                "session=e30.e30.e30",
                "session=" + "x".repeat(3000),
                valid.substring(0, valid.length() - 4),
                SignedIn.expired(id, "ann@example.com"),
                SignedIn.withAnotherKey(id, "ann@example.com"),
                SignedIn.withAnotherAlgorithm(id, "ann@example.com"),
                SignedIn.unsigned(id, "ann@example.com"),
                SignedIn.withLifetime(Duration.ofDays(1), id, "ann@example.com"));
    }

    @ParameterizedTest
    @MethodSource("invalidCookies")
    void returnsNullForAnInvalidCookie(String cookie) {
        ApiResponse response = api.as(cookie).get("/api/users/currentuser").expect(200);

        assertThat(response.text()).isEqualTo("{\"currentUser\":null}");
    }

    @Test
    void returnsNullWithoutACookie() {
        assertThat(api.get("/api/users/currentuser").expect(200).text()).isEqualTo("{\"currentUser\":null}");
    }

    @Test
    void rejectsCrossSiteRequestsWithCookies() {
        Api signedIn = api.as(signUp(api, newEmail()).session());

        signedIn.with("Origin", "https://evil.example")
                .post("/api/users/signout", null)
                .expect(403);
        signedIn.with("Sec-Fetch-Site", "cross-site")
                .post("/api/users/signout", null)
                .expect(403);
    }
}
