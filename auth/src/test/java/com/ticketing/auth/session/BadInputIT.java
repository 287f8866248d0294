package com.ticketing.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.input.InvalidRequest;
import com.ticketing.testsupport.input.InvalidRequests;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@AuthTest
class BadInputIT {

    /** Sign-in answers these like any other wrong password. */
    private static final Set<String> WRONG_PASSWORDS = Set.of("password blank", "password too long");

    @Autowired
    private Api api;

    @Autowired
    private MongoOperations mongo;

    static Stream<InvalidRequest> signUps() {
        return InvalidRequests.to("POST", "/api/users/signup")
                .email("email")
                .password("password", 8, 72)
                .requests();
    }

    static Stream<InvalidRequest> signIns() {
        return InvalidRequests.to("POST", "/api/users/signin")
                .email("email")
                .text("password", 1000)
                .requests()
                .filter(request -> !WRONG_PASSWORDS.contains(request.name()));
    }

    @ParameterizedTest
    @MethodSource({"signUps", "signIns"})
    void isRejectedWithoutCreatingAnAccount(InvalidRequest request) {
        long before = accounts();

        request.assertRejectedBy(api);

        assertThat(accounts()).isEqualTo(before);
    }

    @Test
    void isAnsweredInTheErrorFormatOnUnknownRoutesAndMethods() {
        assertThat(api.get("/api/users/nothing").expect(404).codes()).containsExactly("not-found");
        assertThat(api.get("/api/users/signup").expect(405).codes()).containsExactly("method-not-allowed");
        assertThat(api.put("/api/users/currentuser", null).expect(405).codes()).containsExactly("method-not-allowed");
    }

    private long accounts() {
        return mongo.getCollection("accounts").countDocuments(new Document());
    }
}
