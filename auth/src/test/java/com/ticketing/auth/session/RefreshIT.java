package com.ticketing.auth.session;

import static com.ticketing.auth.People.PASSWORD;
import static com.ticketing.auth.People.newEmail;
import static com.ticketing.auth.People.signIn;
import static com.ticketing.auth.People.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
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

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void givesTheTokenToThisServiceOnlyAndToNoScript() {
        String cookie = signUp(api, newEmail()).setCookie("refresh").orElseThrow();

        assertThat(Arrays.asList(cookie.split("; ")))
                .contains("Path=/api/users", "Max-Age=2592000", "Secure", "HttpOnly", "SameSite=Strict");
    }

    @Test
    void carriesOnFromTokenToToken() {
        ApiResponse signedUp = signUp(api, newEmail()).expect(201);
        String token = token(signedUp);

        for (int i = 0; i < 3; i++) {
            ApiResponse refreshed = refresh(token).expect(200);
            assertThat(refreshed.json()).isEqualTo(signedUp.json());
            assertThat(token(refreshed)).isNotEqualTo(token);
            assertThat(isSignedIn(refreshed)).isTrue();
            token = token(refreshed);
        }
    }

    @Test
    void storesNoToken() {
        String token = token(refresh(token(signUp(api, newEmail()))).expect(200));
        String id = token.substring(0, token.indexOf('.'));

        List<Document> stored =
                mongo.getCollection("sessions").find(new Document("_id", id)).into(new ArrayList<>());

        assertThat(stored).hasSize(1);
        assertThat(stored.getFirst().toJson())
                .contains("tokenHash")
                .doesNotContain(token.substring(token.indexOf('.') + 1));
    }

    @Test
    void givesTwoTabsTheSameSuccessor() {
        String token = token(signUp(api, newEmail()));

        List<CompletableFuture<ApiResponse>> tabs = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> refresh(token), Thread::startVirtualThread))
                .limit(8)
                .toList();
        List<ApiResponse> answers = tabs.stream().map(CompletableFuture::join).toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(isSignedIn(answer)).isTrue();
        });
        assertThat(answers.stream().map(RefreshIT::token).distinct()).hasSize(1);
        refresh(token(answers.getFirst())).expect(200);
    }

    @Test
    void endsTheSessionWhenAUsedTokenComesBackLate() {
        String stolen = token(signUp(api, newEmail()));
        String newest = token(refresh(stolen).expect(200));

        clock.advance(Duration.ofSeconds(11));

        assertThat(refresh(stolen).expect(401).messages()).containsExactly("Not authorized");
        refresh(newest).expect(401);
    }

    @Test
    void endsTheSessionWhenAUsedTokenComesBackAfterItsSuccessorWasUsed() {
        String stolen = token(signUp(api, newEmail()));
        String newest = token(refresh(token(refresh(stolen).expect(200))).expect(200));

        refresh(stolen).expect(401);
        refresh(newest).expect(401);
    }

    @Test
    void isNotMovedByAForgedTokenOfAKnownSession() {
        String token = token(signUp(api, newEmail()));
        String newest = token(refresh(token).expect(200));
        String forged = token.substring(0, token.indexOf('.') + 1) + "A".repeat(43);

        refresh(forged).expect(401);

        refresh(newest).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "5f0000000000000000000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void knowsNobodyByAnythingElse(String value) {
        ApiResponse answer = refresh(value).expect(401);

        assertThat(answer.messages()).containsExactly("Not authorized");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        api.post("/api/users/refresh", null).expect(401);
    }

    @Test
    void isOfNoUseAfterSignOut() {
        ApiResponse signedUp = signUp(api, newEmail());
        ApiResponse refreshed = refresh(token(signedUp)).expect(200);

        api.as("refresh=" + token(refreshed)).post("/api/users/signout", null).expect(200);

        refresh(token(refreshed)).expect(401);
        refresh(token(signedUp)).expect(401);
    }

    @Test
    void endsTheSessionThatTheBrowserForgetsAtSignIn() {
        String email = newEmail();
        String first = token(signUp(api, email));

        ApiResponse second = signIn(api.as("refresh=" + first), email, PASSWORD).expect(200);

        refresh(first).expect(401);
        refresh(token(second)).expect(200);
    }

    @Test
    void endsByItselfWhenItIsNotUsed() {
        String token = token(signUp(api, newEmail()));
        clock.advance(Duration.ofDays(29));
        token = token(refresh(token).expect(200));
        clock.advance(Duration.ofDays(29));
        token = token(refresh(token).expect(200));
        clock.advance(Duration.ofDays(30));

        refresh(token).expect(401);
    }

    private ApiResponse refresh(String token) {
        return api.as("refresh=" + token).post("/api/users/refresh", null);
    }

    private boolean isSignedIn(ApiResponse answer) {
        return api.as(answer.session())
                .get("/api/users/currentuser")
                .json()
                .path("currentUser")
                .isObject();
    }

    private static String token(ApiResponse answer) {
        return answer.cookie("refresh").orElseThrow();
    }
}
