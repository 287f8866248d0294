package com.ticketing.auth.email;

import static com.ticketing.auth.MailService.mails;
import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.auth.TestAccounts.cookies;
import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.refresh;
import static com.ticketing.auth.TestAccounts.signIn;
import static com.ticketing.auth.TestAccounts.signUp;
import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.auth.MailService;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.MovableClock;
import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Changes with a mail service take effect when the link in the email is opened. */
@AuthTest
class ConfirmEmailIT {

    private static final String PATH = "/api/users/email";

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    MongoOperations mongo;

    String before = newEmail();
    String after = newEmail();

    @DynamicPropertySource
    static void configureMailService(DynamicPropertyRegistry registry) {
        MailService.configure(registry);
    }

    @Test
    void changesTheEmailWhenItIsConfirmedAndKeepsAllSessions() {
        ApiResponse ann = signUp(api, before).expect(201);

        JsonNode mail = requestMail(ann, after);

        assertThat(mail.propertyNames()).containsExactlyInAnyOrder("kind", "to", "token", "expiresAt");
        assertThat(mail.path("kind").asString()).isEqualTo("email-change");
        assertThat(mails(before)).isEmpty();
        signIn(api, before, PASSWORD).expect(200);
        signIn(api, after, PASSWORD).expect(400);
        confirm(mail).expect(200);
        signIn(api, after, PASSWORD).expect(200);
        signIn(api, before, PASSWORD).expect(400);
        assertThat(refresh(api, ann).expect(200).json().path("email").asString())
                .isEqualTo(after);
    }

    @Test
    void acceptsATokenOnceAndStoresOnlyItsHash() {
        JsonNode mail = requestMail(signUp(api, before).expect(201), after);
        assertThat(mongo.getCollection("emailChanges").find().map(Document::toJson))
                .isNotEmpty()
                .noneMatch(stored -> stored.contains(mail.path("token").asString()));

        confirm(mail).expect(200);

        assertInvalid(mail);
    }

    @Test
    void rejectsAnExpiredToken() {
        JsonNode mail = requestMail(signUp(api, before).expect(201), after);

        clock.advance(Duration.ofMinutes(31));

        assertInvalid(mail);
        signIn(api, before, PASSWORD).expect(200);
    }

    @Test
    void rejectsATokenAfterAnotherOneWasRequested() {
        ApiResponse ann = signUp(api, before).expect(201);
        JsonNode first = requestMail(ann, after);
        clock.advance(Duration.ofMinutes(2));
        JsonNode second = requestMail(ann, newEmail());

        assertInvalid(first);
        confirm(second).expect(200);
    }

    @Test
    void rejectsATokenAfterThePasswordHasChanged() {
        ApiResponse ann = signUp(api, before).expect(201);
        JsonNode mail = requestMail(ann, after);
        api.as(cookies(ann))
                .post("/api/users/password", Map.of("current", PASSWORD, "password", "another long secret"))
                .expect(200);

        assertInvalid(mail);
    }

    @Test
    void rejectsAnEmailThatAnotherAccountHasTakenSince() {
        JsonNode mail = requestMail(signUp(api, before).expect(201), after);
        signUp(api, after).expect(201);

        assertThat(confirm(mail).expect(400).codes()).containsExactly("email-in-use");

        signIn(api, before, PASSWORD).expect(200);
    }

    @Test
    void sendsFewEmailsForManyRequests() {
        clock.stop();
        ApiResponse ann = signUp(api, before).expect(201);
        requestMail(ann, after);

        ApiResponse again = change(ann, newEmail()).expect(429);
        ApiResponse byAnother =
                change(signUp(api, newEmail()).expect(201), after).expect(429);

        assertThat(again.header("Retry-After")).contains("60");
        assertThat(byAnother.codes()).containsExactly("too-many-attempts");
        assertThat(mails(after)).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        requestMail(ann, newEmail());
        clock.advance(Duration.ofSeconds(30));
        assertThat(change(ann, newEmail()).expect(429).header("Retry-After"))
                .as("the rest of a pause of two minutes")
                .contains("90");
    }

    private void assertInvalid(JsonNode mail) {
        assertThat(confirm(mail).expect(400).codes()).containsExactly("confirmation-link-invalid");
    }

    private JsonNode requestMail(ApiResponse signedIn, String email) {
        assertThat(change(signedIn, email).expect(202).text()).isEqualTo("{\"confirmationSent\":true}");
        await().until(() -> mails(email).size() == 1);
        return mails(email).getFirst();
    }

    private ApiResponse change(ApiResponse signedIn, String email) {
        return api.as(cookies(signedIn)).post(PATH, Map.of("password", PASSWORD, "email", email));
    }

    private ApiResponse confirm(JsonNode mail) {
        return api.post(
                PATH + "/confirmation", Map.of("token", mail.path("token").asString()));
    }
}
