package com.ticketing.auth.session;

import static com.ticketing.auth.People.PASSWORD;
import static com.ticketing.auth.People.credentials;
import static com.ticketing.auth.People.newEmail;
import static com.ticketing.auth.People.signIn;
import static com.ticketing.auth.People.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@AuthTest
class SignUpIT {

    @Autowired
    private Api api;

    @Autowired
    private MongoOperations mongo;

    @Test
    void opensAnAccountAndSignsIn() {
        String email = newEmail();

        ApiResponse answer = signUp(api, email).expect(201);

        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("id", "email");
        assertThat(answer.json().path("email").asString()).isEqualTo(email);
        assertThat(answer.json().path("id").asString()).matches("[0-9a-f]{24}");
        ApiResponse current = api.as(answer.session()).get("/api/users/currentuser");
        assertThat(current.json().path("currentUser").path("id"))
                .isEqualTo(answer.json().path("id"));
    }

    @Test
    void storesTheHashAndNotThePassword() {
        String email = newEmail();
        signUp(api, email).expect(201);

        Document account = mongo.find(query(where("email").is(email)), Document.class, "accounts")
                .getFirst();
        assertThat(account.toJson()).contains("{argon2}$argon2id$").doesNotContain(PASSWORD);
        assertThat(account.get("version")).isEqualTo(0L);
    }

    @Test
    void countsAddressesThatDifferInCaseOrSpaceAsOne() {
        String email = newEmail();
        ApiResponse first = api.post("/api/users/signup", credentials("  " + email.toUpperCase(Locale.ROOT), PASSWORD))
                .expect(201);

        assertThat(first.json().path("email").asString()).isEqualTo(email);
        assertThat(signUp(api, email + " ").expect(400).errors())
                .containsExactly(new Failure("Email in use", "email", "email-in-use"));
        assertThat(signIn(api, email.replace("example", "EXAMPLE"), PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void letsOneOfManyWhoAskAtOnceHaveTheAddress() {
        String email = newEmail();

        List<CompletableFuture<ApiResponse>> attempts = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> signUp(api, email), Thread::startVirtualThread))
                .limit(20)
                .toList();
        List<ApiResponse> answers =
                attempts.stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(19)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(answer.errors()).containsExactly(new Failure("Email in use", "email", "email-in-use"));
                    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
                });
        assertThat(mongo.getCollection("accounts").countDocuments(new Document("email", email)))
                .isEqualTo(1);
    }

    @Test
    void saysAllThatIsWrong() {
        ApiResponse answer = api.post("/api/users/signup", Map.of("email", "nobody", "password", "short"))
                .expect(400);

        assertThat(answer.errors())
                .containsExactly(
                        new Failure("Email must be valid", "email", "email-invalid"),
                        new Failure("Password must be between 8 and 72 bytes", "password", "password-length"));
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }
}
