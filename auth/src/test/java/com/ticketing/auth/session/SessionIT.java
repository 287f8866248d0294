package com.ticketing.auth.session;

import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.auth.TestAccounts.cookies;
import static com.ticketing.auth.TestAccounts.credentials;
import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.refresh;
import static com.ticketing.auth.TestAccounts.refreshToken;
import static com.ticketing.auth.TestAccounts.signIn;
import static com.ticketing.auth.TestAccounts.signUp;
import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.ticketing.auth.AuthTest;
import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.OpenSessions;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.time.BackgroundTask;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.RawHttp;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.input.InvalidRequest;
import com.ticketing.testsupport.input.InvalidRequests;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AuthTest
class SessionIT {

    @Autowired
    private Api api;

    @Autowired
    private SessionService service;

    @Autowired
    private OpenSessions openSessions;

    @Autowired
    private AccountService accounts;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private MovableClock clock;

    @Autowired
    private BackgroundTask expiredSessionCleaner;

    @Test
    void areListedNewestFirstWithTheirDevices() {
        String email = newEmail();
        signUp(api.with("User-Agent", "Phone"), email).expect(201);
        ApiResponse laptop = signIn(api.with("User-Agent", "Laptop"), email, PASSWORD);
        signUp(api, newEmail()).expect(201);

        JsonNode sessions =
                api.as(cookies(laptop)).get("/api/users/sessions").expect(200).json();

        assertThat(sessions.values()).hasSize(2);
        assertThat(sessions.get(0).path("device").asString()).isEqualTo("Laptop");
        assertThat(sessions.get(0).path("current").asBoolean()).isTrue();
        assertThat(sessions.get(1).path("device").asString()).isEqualTo("Phone");
        assertThat(sessions.get(1).path("current").asBoolean()).isFalse();
        assertThat(sessions.get(1).propertyNames())
                .containsExactlyInAnyOrder("id", "device", "createdAt", "lastUsedAt", "current");
    }

    @Test
    void acceptAUserAgentInUtf8(@LocalServerPort int port) throws IOException {
        String email = newEmail();
        signUp(api, email).expect(201);
        byte[] body = JsonMapper.shared().writeValueAsBytes(credentials(email, PASSWORD));

        ApiResponse signedIn = new RawHttp(port)
                .send(
                        List.of(
                                "POST /api/users/signin HTTP/1.1",
                                "User-Agent: B\u00c3\u009cRO",
                                "Content-Type: application/json",
                                "Content-Length: " + body.length),
                        body)
                .expect(200);

        JsonNode sessions =
                api.as(cookies(signedIn)).get("/api/users/sessions").expect(200).json();
        assertThat(sessions.get(0).path("device").asString()).isEqualTo("B\u00dcRO");
    }

    @Test
    void canBeEndedFromAnotherDevice() {
        String email = newEmail();
        ApiResponse phone = signUp(api, email);
        ApiResponse laptop = signIn(api, email, PASSWORD);
        String id = idOf(phone);

        api.as(laptop.session()).delete("/api/users/sessions/" + id).expect(204);

        refresh(api, phone).expect(401);
        assertDeniedSoon(phone);
        refresh(api, laptop).expect(200);
        api.as(laptop.session()).delete("/api/users/sessions/" + id).expect(404);
    }

    @Test
    void cannotBeEndedByOtherUsers() {
        ApiResponse ann = signUp(api, newEmail());
        ApiResponse bob = signUp(api, newEmail());

        api.as(bob.session()).delete("/api/users/sessions/" + idOf(ann)).expect(404);
        api.delete("/api/users/sessions/" + idOf(ann)).expect(401);
        api.get("/api/users/sessions").expect(401);

        refresh(api, ann).expect(200);
    }

    static Stream<InvalidRequest> malformedIds() {
        return InvalidRequests.malformedIds("DELETE", "/api/users/sessions/{id}", null);
    }

    @ParameterizedTest
    @MethodSource("malformedIds")
    void answerMalformedIdsWith404(InvalidRequest request) {
        request.assertRejectedBy(api.as(SignedIn.as(SignedIn.newId(), "ann@example.com")));
    }

    @Test
    void endWhenThePasswordChangesExceptTheOneThatChangedIt() {
        String email = newEmail();
        ApiResponse phone = signUp(api, email);
        ApiResponse laptop = signIn(api, email, PASSWORD);

        ApiResponse response = api.as(cookies(laptop))
                .post("/api/users/password", Map.of("current", PASSWORD, "password", "a new and better one"))
                .expect(200);

        assertThat(response.json()).isEqualTo(laptop.json());
        refresh(api, phone).expect(401);
        assertDeniedSoon(phone);
        api.as(laptop.session()).get("/api/users/sessions").expect(200);
        ApiResponse refreshed = refresh(api, laptop).expect(200);
        assertThat(api.as(cookies(refreshed)).get("/api/users/sessions").json().values())
                .hasSize(1);
        signIn(api, email, PASSWORD).expect(400);
        signIn(api, email, "a new and better one").expect(200);
    }

    /** A browser can have cookies of another account, for another domain or path. */
    @Test
    void continueForTheUserWhoChangedThePasswordBesideCookiesOfAnotherOne() {
        ApiResponse other = signUp(api, newEmail());
        ApiResponse own = signUp(api, newEmail());
        String cookies = own.session() + "; refresh=" + refreshToken(other) + "; refresh=" + refreshToken(own);

        assertThat(api.as(cookies)
                        .get("/api/users/sessions")
                        .json()
                        .get(0)
                        .path("current")
                        .asBoolean())
                .isTrue();
        api.as(cookies)
                .post("/api/users/password", Map.of("current", PASSWORD, "password", "a new and better one"))
                .expect(200);

        refresh(api, own).expect(200);
    }

    @Test
    void continueForTheAccessTokenThatChangedThePassword() {
        String email = newEmail();
        ApiResponse phone = signUp(api, email);
        ApiResponse laptop = signIn(api, email, PASSWORD);

        api.as(phone.session())
                .post("/api/users/password", Map.of("current", PASSWORD, "password", "a new and better one"))
                .expect(200);

        assertDeniedSoon(laptop);
        api.as(phone.session()).get("/api/users/sessions").expect(200);
        refresh(api, phone).expect(200);
    }

    @Test
    void endForAllServicesAtSignOut() {
        ApiResponse phone = signUp(api, newEmail());
        ApiResponse laptop = signUp(api, newEmail());

        api.as(cookies(phone)).post("/api/users/signout", null).expect(200);
        api.as(laptop.session()).post("/api/users/signout", null).expect(200);

        assertDeniedSoon(phone);
        assertDeniedSoon(laptop);
        refresh(api, laptop).expect(401);
    }

    /** A sign-in checks the old password, and stores its session while the password is changed. */
    @Test
    void cannotStartWithAnAccountOfAnOlderGeneration() {
        ApiResponse phone = signUp(api, newEmail());
        Account before = accounts.find(userOf(phone)).orElseThrow();
        api.as(cookies(phone))
                .post("/api/users/password", Map.of("current", PASSWORD, "password", "a new and better one"))
                .expect(200);

        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> service.start(before, "Thief"));
        assertThat(countOf(userOf(phone))).isOne();
    }

    @Test
    void areOpenAsLongAsTheirTokensCanBeValid() {
        String email = newEmail();
        ApiResponse tablet = signUp(api, email);
        ApiResponse phone = signIn(api, email, PASSWORD);
        clock.advance(Duration.ofHours(1));
        ApiResponse refreshed = refresh(api, phone).expect(200);
        ApiResponse laptop = signIn(api, email, PASSWORD);

        assertThat(openSessions.olderThan(1, userOf(tablet))).containsExactlyInAnyOrder(idOf(refreshed), idOf(laptop));
        assertThat(openSessions.olderThan(0, userOf(tablet))).isEmpty();
    }

    private void assertDeniedSoon(ApiResponse signedIn) {
        await().untilAsserted(() ->
                api.as(signedIn.session()).get("/api/users/sessions").expect(401));
    }

    @Test
    void continueWhenAPasswordChangeFails() {
        String email = newEmail();
        ApiResponse phone = signUp(api, email);
        ApiResponse laptop = signIn(api, email, PASSWORD);
        Api caller = api.as(cookies(laptop));

        assertThat(caller.post("/api/users/password", Map.of("current", "wrong", "password", "long enough"))
                        .expect(400)
                        .errors())
                .extracting(Failure::field, Failure::code)
                .containsExactly(tuple("current", "invalid-credentials"));
        assertThat(caller.post("/api/users/password", Map.of("current", PASSWORD, "password", "short"))
                        .expect(400)
                        .errors())
                .extracting(Failure::field, Failure::code)
                .containsExactly(tuple("password", "password-too-short"));
        api.post("/api/users/password", Map.of("current", PASSWORD, "password", "long enough"))
                .expect(401);

        refresh(api, phone).expect(200);
    }

    static Stream<InvalidRequest> passwordChanges() {
        return InvalidRequests.to("POST", "/api/users/password")
                .password("password", 8, 72)
                .requests();
    }

    @ParameterizedTest
    @MethodSource("passwordChanges")
    void continueWhenANewPasswordIsInvalid(InvalidRequest request) {
        request.assertRejectedBy(api.as(SignedIn.as(SignedIn.newId(), "ann@example.com")));
    }

    @Test
    void areRemovedFromTheDatabaseAfterTheyExpire() {
        ApiResponse old = signUp(api, newEmail());
        clock.advance(Duration.ofDays(31));
        ApiResponse fresh = signUp(api, newEmail());

        expiredSessionCleaner.stop();
        expiredSessionCleaner.start();

        await().untilAsserted(() -> assertThat(stored(old)).isZero());
        assertThat(stored(fresh)).isEqualTo(1);
        refresh(api, fresh).expect(200);
    }

    @Test
    void areAtMostFiftyPerAccountAndTheLongestUnusedOneEnds() {
        String email = newEmail();
        ApiResponse unused = signUp(api, email);
        ApiResponse used = signIn(api, email, PASSWORD);
        for (int i = 0; i < 48; i++) {
            signIn(api, email, PASSWORD).expect(200);
        }
        used = refresh(api, used).expect(200);
        assertThat(stored(unused)).isEqualTo(1);

        ApiResponse last = signIn(api, email, PASSWORD);

        assertThat(stored(unused)).isZero();
        refresh(api, unused).expect(401);
        refresh(api, used).expect(200);
        assertThat(api.as(cookies(last)).get("/api/users/sessions").json().values())
                .hasSize(50);
    }

    /** Earlier versions had no limit. */
    @Test
    void inExcessOfEarlierVersionsAreNeitherListedNorKept() {
        String email = newEmail();
        ApiResponse first = signUp(api, email);
        String user = storeCopies(first, 500);

        assertThat(api.as(cookies(first)).get("/api/users/sessions").json().values())
                .hasSize(50);
        signIn(api, email, PASSWORD).expect(200);
        assertThat(countOf(user)).isEqualTo(50);
    }

    @Test
    void areBoundedForConcurrentSignIns() throws InterruptedException {
        String email = newEmail();
        String user = storeCopies(signUp(api, email), 45);

        assertThat(ConcurrentRequests.send(List.of(1, 2, 3, 4, 5, 6, 7, 8), any -> signIn(api, email, PASSWORD)))
                .extracting(ApiResponse::status)
                .containsOnly(200);

        assertThat(countOf(user)).isEqualTo(50);
    }

    /** Stores copies of the session with other ids, and returns the id of the account. */
    private String storeCopies(ApiResponse signedIn, int count) {
        Document session = Objects.requireNonNull(mongo.getCollection("sessions")
                .find(new Document("_id", idOf(signedIn)))
                .first());
        mongo.getCollection("sessions")
                .insertMany(Stream.generate(() -> new Document(session).append("_id", TimeOrderedIds.next()))
                        .limit(count)
                        .toList());
        return session.getString("userId");
    }

    private long countOf(String user) {
        return mongo.getCollection("sessions").countDocuments(new Document("userId", user));
    }

    private long stored(ApiResponse signedIn) {
        return mongo.getCollection("sessions").countDocuments(new Document("_id", idOf(signedIn)));
    }

    private static String userOf(ApiResponse signedIn) {
        return signedIn.json().path("id").asString();
    }

    private static String idOf(ApiResponse signedIn) {
        return RefreshToken.parse(refreshToken(signedIn)).orElseThrow().sessionId();
    }
}
