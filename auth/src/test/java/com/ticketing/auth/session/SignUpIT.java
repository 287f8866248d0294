package com.ticketing.auth.session;

import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.auth.TestAccounts.credentials;
import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.signIn;
import static com.ticketing.auth.TestAccounts.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import com.ticketing.testsupport.ConcurrentRequests;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

@AuthTest
class SignUpIT {

    @Autowired
    private Api api;

    @Autowired
    private MongoOperations mongo;

    @Test
    void createsAnAccountAndSignsIn() {
        String email = newEmail();

        ApiResponse response = signUp(api, email).expect(201);

        assertThat(response.json().propertyNames()).containsExactlyInAnyOrder("id", "email");
        assertThat(response.json().path("email").asString()).isEqualTo(email);
        assertThat(response.json().path("id").asString()).matches("[0-9a-f]{24}");
        ApiResponse current = api.as(response.session()).get("/api/users/currentuser");
        assertThat(current.json().path("currentUser").path("id"))
                .isEqualTo(response.json().path("id"));
    }

    @Test
    void storesOnlyAHashOfThePassword() {
        String email = newEmail();
        signUp(api, email).expect(201);

        Document account = mongo.find(query(where("email").is(email)), Document.class, "accounts")
                .getFirst();
        assertThat(account.toJson()).contains("{argon2}$argon2id$").doesNotContain(PASSWORD);
        assertThat(account.get("version")).isEqualTo(0L);
    }

    @Test
    void treatsEmailsThatDifferInCaseOrSpacesAsEqual() {
        String email = newEmail();
        ApiResponse first = api.post("/api/users/signup", credentials("  " + email.toUpperCase(Locale.ROOT), PASSWORD))
                .expect(201);

        assertThat(first.json().path("email").asString()).isEqualTo(email);
        assertThat(signUp(api, email + " ").expect(400).errors())
                .extracting(Failure::field, Failure::code)
                .containsExactly(tuple("email", "email-in-use"));
        assertThat(signIn(api, email.replace("example", "EXAMPLE"), PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void createsOneAccountForConcurrentSignUpsWithOneEmail() throws InterruptedException {
        String email = newEmail();

        List<ApiResponse> responses =
                ConcurrentRequests.send(Collections.nCopies(20, email), each -> signUp(api, each));

        assertThat(responses).filteredOn(response -> response.status() == 201).hasSize(1);
        assertThat(responses)
                .filteredOn(response -> response.status() != 201)
                .hasSize(19)
                .allSatisfy(response -> {
                    assertThat(response.status()).isEqualTo(400);
                    assertThat(response.errors())
                            .extracting(Failure::field, Failure::code)
                            .containsExactly(tuple("email", "email-in-use"));
                    assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
                });
        assertThat(mongo.getCollection("accounts").countDocuments(new Document("email", email)))
                .isEqualTo(1);
    }

    @Test
    void rejectsADomainThatIsInvalidByIdna() {
        for (String domain : List.of("xn--a.example", "d".repeat(64) + ".example")) {
            assertThat(signUp(api, "ann@" + domain).expect(400).errors())
                    .extracting(Failure::field, Failure::code)
                    .containsExactly(tuple("email", "email-invalid"));
        }
    }

    /** Older versions have accepted such emails. */
    @Test
    void letsAnAccountWithADomainThatIsInvalidByIdnaSignIn() {
        String email = newEmail();
        signUp(api, email).expect(201);
        String stored = email.replace("example.com", "xn--a.example");
        mongo.updateFirst(query(where("email").is(email)), Update.update("email", stored), "accounts");

        signIn(api, stored, PASSWORD).expect(200);
    }

    @Test
    void reportsEachInvalidField() {
        ApiResponse response = api.post("/api/users/signup", Map.of("email", "nobody", "password", "short"))
                .expect(400);

        assertThat(response.errors())
                .extracting(Failure::field, Failure::code)
                .containsExactly(tuple("email", "email-invalid"), tuple("password", "password-too-short"));
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }
}
