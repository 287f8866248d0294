package com.ticketing.auth.reset;

import static com.ticketing.auth.MailService.mails;
import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.auth.TestAccounts.cookies;
import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.refresh;
import static com.ticketing.auth.TestAccounts.signIn;
import static com.ticketing.auth.TestAccounts.signUp;
import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.ticketing.auth.AuthTest;
import com.ticketing.auth.MailService;
import com.ticketing.auth.throttle.Throttle;
import com.ticketing.common.digest.Sha256;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Password reset with a mail service that stores the emails it receives. */
@AuthTest
class PasswordResetIT {

    private static final String NEW_PASSWORD = "another long secret";

    @Autowired
    private Api api;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private Throttle throttle;

    @DynamicPropertySource
    static void configureMailService(DynamicPropertyRegistry registry) {
        MailService.configure(registry);
    }

    @Test
    void changesThePasswordAndEndsAllSessions() {
        String email = newEmail();
        ApiResponse before = signUp(api, email).expect(201);

        JsonNode mail = requestMail(email, 1);

        assertThat(mail.propertyNames()).containsExactlyInAnyOrder("kind", "to", "token", "expiresAt");
        assertThat(mail.path("kind").asString()).isEqualTo("password-reset");
        reset(mail, NEW_PASSWORD).expect(200);
        signIn(api, email, PASSWORD).expect(400);
        signIn(api, email, NEW_PASSWORD).expect(200);
        refresh(api, before).expect(401);
        await().untilAsserted(() ->
                api.as(before.session()).get("/api/users/sessions").expect(401));
    }

    @Test
    void keepsTheTokenWhenTheNewPasswordCannotBeStored() {
        String email = newEmail();
        signUp(api, email).expect(201);
        JsonNode mail = requestMail(email, 1);
        Bson account = Filters.eq("email", email);
        List<Document> full = Collections.nCopies(
                1_000, new Document("due", Date.from(Instant.now().plus(Duration.ofDays(365)))));
        mongo.getCollection("accounts").updateOne(account, Updates.set("outbox", full));
        reset(mail, NEW_PASSWORD).expect(503);
        mongo.getCollection("accounts").updateOne(account, Updates.unset("outbox"));

        reset(mail, NEW_PASSWORD).expect(200);

        signIn(api, email, NEW_PASSWORD).expect(200);
    }

    @Test
    void acceptsATokenOfThePreviousVersion() {
        String email = newEmail();
        String user = signUp(api, email).expect(201).json().path("id").asString();
        String token = "a token of the previous version";
        mongo.getCollection("passwordResets")
                .insertOne(new Document("_id", user)
                        .append("tokenHash", Sha256.hex(token))
                        .append("sentAt", Instant.now())
                        .append("expiresAt", Instant.now().plusSeconds(600)));

        api.post("/api/users/password/reset", Map.of("token", token, "password", NEW_PASSWORD))
                .expect(200);

        signIn(api, email, NEW_PASSWORD).expect(200);
    }

    @Test
    void acceptsATokenOnceAndStoresOnlyItsHash() {
        String email = newEmail();
        signUp(api, email).expect(201);
        JsonNode mail = requestMail(email, 1);
        assertThat(mongo.getCollection("passwordResets").find().map(Document::toJson))
                .isNotEmpty()
                .noneMatch(stored -> stored.contains(mail.path("token").asString()));

        assertThat(reset(mail, "short").expect(400).codes()).containsExactly("password-too-short");
        reset(mail, NEW_PASSWORD).expect(200);

        assertThat(reset(mail, PASSWORD).expect(400).codes()).containsExactly("reset-link-invalid");
        signIn(api, email, NEW_PASSWORD).expect(200);
    }

    @Test
    void rejectsAnExpiredToken() {
        String email = newEmail();
        signUp(api, email).expect(201);
        JsonNode mail = requestMail(email, 1);

        clock.advance(Duration.ofMinutes(31));

        reset(mail, NEW_PASSWORD).expect(400);
        signIn(api, email, PASSWORD).expect(200);
    }

    @Test
    void rejectsATokenAfterTheEmailHasChanged() {
        String email = newEmail();
        String changed = newEmail();
        ApiResponse user = signUp(api, email).expect(201);
        JsonNode mail = requestMail(email, 1);
        api.as(cookies(user))
                .post("/api/users/email", Map.of("password", PASSWORD, "email", changed))
                .expect(202);
        await().until(() -> mails(changed).size() == 1);
        String token = mails(changed).getFirst().path("token").asString();
        api.post("/api/users/email/confirmation", Map.of("token", token)).expect(200);

        assertThat(reset(mail, NEW_PASSWORD).expect(400).codes()).containsExactly("reset-link-invalid");

        signIn(api, changed, PASSWORD).expect(200);
        reset(requestMail(changed, 2), NEW_PASSWORD).expect(200);
    }

    @Test
    void keepsTheFirstLinkWhenAnotherOneIsRequestedUntilOneIsUsed() {
        String email = newEmail();
        signUp(api, email).expect(201);
        JsonNode first = requestMail(email, 1);
        requestReset(email).expect(202);
        clock.advance(Duration.ofMinutes(2));
        JsonNode second = requestMail(email, 2);

        reset(first, NEW_PASSWORD).expect(200);

        assertThat(reset(second, PASSWORD).expect(400).codes()).containsExactly("reset-link-invalid");
        assertThat(mails(email)).hasSize(2);
    }

    @Test
    void sendsFewEmailsForManyRequestsFromAnUnknownAddress() {
        String email = newEmail();
        List<Integer> admitted = new ArrayList<>();
        for (int minute = 0; minute < 32; minute++) {
            if (mayRequest(email, "203.0.113.66")) {
                admitted.add(minute);
            }
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(admitted).containsExactly(0, 1, 3, 7, 15, 31);
        assertThat(mayRequest(email, "198.51.100.9")).isFalse();
        signUp(api, email).expect(201);
        signIn(api.with("X-Forwarded-For", "198.51.100.9"), email, PASSWORD).expect(200);
        assertThat(mayRequest(email, "198.51.100.9"))
                .as("an address from which the owner has signed in")
                .isTrue();
    }

    private boolean mayRequest(String email, String address) {
        Optional<Duration> pause = throttle.admitRepeat(
                "reset-mail", "sign-in " + email, address, Duration.ofMinutes(1), Duration.ofHours(6));
        return pause.isEmpty();
    }

    @Test
    void answersKnownAndUnknownEmailsAlike() {
        String unknown = newEmail();
        String known = newEmail();
        signUp(api, known).expect(201);

        assertThat(requestReset(unknown).expect(202).text())
                .isEqualTo(requestReset(known).expect(202).text());

        await().until(() -> mails(known).size() == 1);
        assertThat(mails(unknown)).isEmpty();
        requestReset("nobody").expect(400);
        api.post("/api/users/password/reset", Map.of("token", "made up", "password", NEW_PASSWORD))
                .expect(400);
    }

    private ApiResponse requestReset(String email) {
        return api.post("/api/users/password/forgotten", Map.of("email", email));
    }

    private ApiResponse reset(JsonNode mail, String password) {
        return api.post(
                "/api/users/password/reset", Map.of("token", mail.path("token").asString(), "password", password));
    }

    /** Requests a reset, waits for the given number of emails and returns the newest. */
    private JsonNode requestMail(String email, int count) {
        requestReset(email).expect(202);
        await().until(() -> mails(email).size() == count);
        return mails(email).getLast();
    }
}
