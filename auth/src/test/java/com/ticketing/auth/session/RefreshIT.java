package com.ticketing.auth.session;

import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.refresh;
import static com.ticketing.auth.TestAccounts.refreshToken;
import static com.ticketing.auth.TestAccounts.signIn;
import static com.ticketing.auth.TestAccounts.signUp;
import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.auth.TestAccounts;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@AuthTest
class RefreshIT {

    @Autowired
    private Api api;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private MovableClock clock;

    @Test
    void setsTheRefreshCookieForThisServiceAsHttpOnly() {
        String cookie = signUp(api, newEmail()).setCookie("refresh").orElseThrow();

        assertThat(Arrays.asList(cookie.split("; ")))
                .contains("Path=/api/users", "Max-Age=2592000", "Secure", "HttpOnly", "SameSite=Strict");
    }

    @Test
    void exchangesEachTokenForASuccessor() {
        ApiResponse signedUp = signUp(api, newEmail()).expect(201);
        String token = refreshToken(signedUp);

        for (int i = 0; i < 3; i++) {
            ApiResponse refreshed = refresh(api, token).expect(200);
            assertThat(refreshed.json()).isEqualTo(signedUp.json());
            assertThat(refreshToken(refreshed)).isNotEqualTo(token);
            assertThat(isSignedIn(refreshed)).isTrue();
            token = refreshToken(refreshed);
        }
    }

    /** Browsers also send the cookies of other paths or domains. An old token among them is not treated as stolen. */
    @Test
    void triesEachRefreshCookie() {
        String old = refreshToken(signUp(api, newEmail()));
        String current = refreshToken(refresh(api, old).expect(200));
        current = refreshToken(refresh(api, current).expect(200));
        clock.advance(Duration.ofMinutes(1));

        for (String other : List.of("nonsense", "0".repeat(24) + "." + "A".repeat(43), old)) {
            current = refreshToken(api.as("refresh=" + other + "; refresh=" + current)
                    .post("/api/users/refresh", null)
                    .expect(200));
        }
        api.as("refresh=" + old + "; refresh=nonsense")
                .post("/api/users/refresh", null)
                .expect(401);
    }

    @Test
    void signsOutTheSessionOfEachCookie() {
        String one = refreshToken(signUp(api, newEmail()));
        String two = refreshToken(signUp(api, newEmail()));

        api.as("refresh=" + one + "; refresh=" + two)
                .post("/api/users/signout", null)
                .expect(200);

        refresh(api, one).expect(401);
        refresh(api, two).expect(401);
    }

    @Test
    void storesOnlyHashesOfTokens() {
        String token =
                refreshToken(refresh(api, refreshToken(signUp(api, newEmail()))).expect(200));
        String id = token.substring(0, token.indexOf('.'));

        List<Document> stored =
                mongo.getCollection("sessions").find(new Document("_id", id)).into(new ArrayList<>());

        assertThat(stored).hasSize(1);
        assertThat(stored.getFirst().toJson())
                .contains("tokenHash")
                .doesNotContain(token.substring(token.indexOf('.') + 1));
    }

    @Test
    void givesConcurrentRequestsTheSameSuccessor() throws InterruptedException {
        String token = refreshToken(signUp(api, newEmail()));

        List<ApiResponse> responses =
                ConcurrentRequests.send(Collections.nCopies(8, token), each -> refresh(api, each));

        assertThat(responses).allSatisfy(response -> {
            assertThat(response.status()).isEqualTo(200);
            assertThat(isSignedIn(response)).isTrue();
        });
        assertThat(responses.stream().map(TestAccounts::refreshToken).distinct())
                .hasSize(1);
        refresh(api, responses.getFirst()).expect(200);
    }

    @Test
    void keepsTheSessionWhenResponsesAreLost() {
        String token = refreshToken(signUp(api, newEmail()));
        String lost = refreshToken(refresh(api, token).expect(200));
        clock.advance(Duration.ofDays(1));
        String alsoLost = refreshToken(refresh(api, token).expect(200));
        clock.advance(Duration.ofMinutes(1));

        ApiResponse arrived = refresh(api, token).expect(200);

        assertThat(isSignedIn(arrived)).isTrue();
        assertThat(List.of(lost, alsoLost)).doesNotContain(refreshToken(arrived));
        String next = refreshToken(refresh(api, arrived).expect(200));
        refresh(api, next).expect(200);
    }

    @Test
    void returnsTheSameSuccessorToConcurrentRequestsAfterALostResponse() throws InterruptedException {
        String token = refreshToken(signUp(api, newEmail()));
        refresh(api, token).expect(200);
        clock.advance(Duration.ofMinutes(1));

        List<ApiResponse> responses =
                ConcurrentRequests.send(Collections.nCopies(8, token), each -> refresh(api, each));

        assertThat(responses).extracting(ApiResponse::status).containsOnly(200);
        assertThat(responses.stream().map(TestAccounts::refreshToken).distinct())
                .hasSize(1);
    }

    /** The response was not lost: another client has a copy of the token. */
    @Test
    void endsTheSessionWhenTheOwnerSendsTheSuccessorThatWasReplaced() {
        String stolen = refreshToken(signUp(api, newEmail()));
        String owners = refreshToken(refresh(api, stolen).expect(200));
        clock.advance(Duration.ofSeconds(11));
        ApiResponse thief = refresh(api, stolen).expect(200);
        ApiResponse thiefLater = refresh(api, thief).expect(200);

        assertThat(refresh(api, owners).expect(401).codes()).containsExactly("not-authorized");

        refresh(api, thiefLater).expect(401);
        await().untilAsserted(() -> {
            assertThat(isSignedIn(thief)).isFalse();
            assertThat(isSignedIn(thiefLater)).isFalse();
        });
    }

    @Test
    void endsTheSessionWhenTheReplacedSuccessorIsSentBeforeTheOther() {
        String stolen = refreshToken(signUp(api, newEmail()));
        String owners = refreshToken(refresh(api, stolen).expect(200));
        clock.advance(Duration.ofSeconds(11));
        String thiefs = refreshToken(refresh(api, stolen).expect(200));

        refresh(api, owners).expect(401);
        refresh(api, thiefs).expect(401);
        refresh(api, stolen).expect(401);
    }

    @Test
    void endsTheSessionWhenAReplacedTokenIsSentAfterItsSuccessorWasUsed() {
        String stolen = refreshToken(signUp(api, newEmail()));
        String newest = refreshToken(
                refresh(api, refreshToken(refresh(api, stolen).expect(200))).expect(200));

        refresh(api, stolen).expect(401);
        refresh(api, newest).expect(401);
    }

    @Test
    void ignoresAForgedTokenOfAnExistingSession() {
        String token = refreshToken(signUp(api, newEmail()));
        String newest = refreshToken(refresh(api, token).expect(200));
        String forged = token.substring(0, token.indexOf('.') + 1) + "A".repeat(43);

        refresh(api, forged).expect(401);

        refresh(api, newest).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "5f0000000000000000000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void rejectsAnInvalidToken(String value) {
        ApiResponse response = refresh(api, value).expect(401);

        assertThat(response.codes()).containsExactly("not-authorized");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
        api.post("/api/users/refresh", null).expect(401);
    }

    @Test
    void rejectsTokensAfterSignOut() {
        ApiResponse signedUp = signUp(api, newEmail());
        ApiResponse refreshed = refresh(api, refreshToken(signedUp)).expect(200);

        api.as("refresh=" + refreshToken(refreshed))
                .post("/api/users/signout", null)
                .expect(200);

        refresh(api, refreshToken(refreshed)).expect(401);
        refresh(api, refreshToken(signedUp)).expect(401);
    }

    @Test
    void endsThePreviousSessionOfTheBrowserAtSignIn() {
        String email = newEmail();
        String first = refreshToken(signUp(api, email));

        ApiResponse second = signIn(api.as("refresh=" + first), email, PASSWORD).expect(200);

        refresh(api, first).expect(401);
        refresh(api, refreshToken(second)).expect(200);
    }

    @Test
    void extendsTheSessionAtEachRefreshUntilItExpiresUnused() {
        String token = refreshToken(signUp(api, newEmail()));
        clock.advance(Duration.ofDays(29));
        token = refreshToken(refresh(api, token).expect(200));
        clock.advance(Duration.ofDays(29));
        token = refreshToken(refresh(api, token).expect(200));
        clock.advance(Duration.ofDays(30));

        refresh(api, token).expect(401);
    }

    private boolean isSignedIn(ApiResponse response) {
        return api.as(response.session())
                .get("/api/users/currentuser")
                .json()
                .path("currentUser")
                .isObject();
    }
}
