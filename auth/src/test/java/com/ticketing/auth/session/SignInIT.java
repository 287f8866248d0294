package com.ticketing.auth.session;

import static com.ticketing.auth.TestAccounts.PASSWORD;
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
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@AuthTest
class SignInIT {

    @Autowired
    private Api api;

    @Autowired
    private MongoOperations mongo;

    @Test
    void signsInWithTheCorrectPassword() {
        String email = newEmail();
        ApiResponse signedUp = signUp(api, email).expect(201);

        ApiResponse response = signIn(api, email, PASSWORD).expect(200);

        assertThat(response.json()).isEqualTo(signedUp.json());
        assertThat(api.as(response.session())
                        .get("/api/users/currentuser")
                        .json()
                        .path("currentUser")
                        .path("email")
                        .asString())
                .isEqualTo(email);
    }

    @Test
    void answersAnUnknownEmailAndAWrongPasswordAlike() {
        String email = newEmail();
        signUp(api, email).expect(201);

        ApiResponse wrong = signIn(api, email, PASSWORD + "!").expect(400);
        ApiResponse unknown = signIn(api, newEmail(), PASSWORD).expect(400);

        assertThat(wrong.codes()).containsExactly("invalid-credentials");
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
        assertThat(wrong.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void requiresEmailAndPassword() {
        assertThat(api.post("/api/users/signin", Map.of()).expect(400).errors())
                .extracting(Failure::field, Failure::code)
                .containsExactly(tuple("email", "email-invalid"), tuple("password", "password-missing"));
    }

    @Test
    void upgradesAHashWithWeakerParameters() {
        String email = newEmail();
        signUp(api, email).expect(201);
        String weak = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 16, 1).encode(PASSWORD);
        setHash(email, weak);

        signIn(api, email, "not the password").expect(400);
        assertThat(hash(email)).isEqualTo(weak);
        signIn(api, email, PASSWORD).expect(200);

        assertThat(hash(email)).contains("m=64,t=1").isNotEqualTo(weak);
        signIn(api, email, PASSWORD).expect(200);
    }

    private String hash(String email) {
        Document account = mongo.find(query(where("email").is(email)), Document.class, "accounts")
                .getFirst();
        return account.getString("passwordHash");
    }

    private void setHash(String email, String hash) {
        mongo.getCollection("accounts")
                .updateOne(new Document("email", email), new Document("$set", new Document("passwordHash", hash)));
    }
}
