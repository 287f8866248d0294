package com.ticketing.auth.email;

import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.auth.TestAccounts.cookies;
import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.refresh;
import static com.ticketing.auth.TestAccounts.signIn;
import static com.ticketing.auth.TestAccounts.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.input.InvalidRequest;
import com.ticketing.testsupport.input.InvalidRequests;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Changes without a mail service take effect at once. */
@AuthTest
class ChangeEmailIT {

    private static final String PATH = "/api/users/email";

    /** Answered like any other wrong password. */
    private static final Set<String> WRONG_PASSWORDS = Set.of("password blank", "password too long");

    @Autowired
    Api api;

    String before = newEmail();
    String after = newEmail();

    @Test
    void takesEffectAtOnceAndKeepsAllSessions() {
        ApiResponse phone = signUp(api, before).expect(201);
        ApiResponse laptop = signIn(api, before, PASSWORD).expect(200);

        ApiResponse changed =
                change(laptop, PASSWORD, "  " + after.toUpperCase(Locale.ROOT)).expect(202);

        assertThat(changed.text()).isEqualTo("{\"confirmationSent\":false}");
        assertThat(refresh(api, phone).expect(200).json().path("email").asString())
                .isEqualTo(after);
        assertThat(refresh(api, laptop).expect(200).json().path("email").asString())
                .isEqualTo(after);
        signIn(api, after, PASSWORD).expect(200);
        signIn(api, before, PASSWORD).expect(400);
        signUp(api, before).expect(201);
    }

    @Test
    void rejectsAnEmailInUse() {
        ApiResponse ann = signUp(api, before).expect(201);
        signUp(api, after).expect(201);

        ApiResponse rejected = change(ann, PASSWORD, after).expect(400);

        assertThat(rejected.errors()).containsExactly(new Failure("Email in use", "email", "email-in-use"));
        signIn(api, before, PASSWORD).expect(200);
    }

    @Test
    void acceptsTheAccountsOwnEmail() {
        ApiResponse ann = signUp(api, before).expect(201);

        change(ann, PASSWORD, before).expect(202);

        signIn(api, before, PASSWORD).expect(200);
    }

    @Test
    void letsOneOfConcurrentChangesToOneEmailSucceed() throws InterruptedException {
        List<ApiResponse> users = Stream.generate(() -> signUp(api, newEmail()).expect(201))
                .limit(5)
                .toList();

        List<Integer> statuses = ConcurrentRequests.send(users, user -> change(user, PASSWORD, after)).stream()
                .map(ApiResponse::status)
                .toList();

        assertThat(statuses).containsOnlyOnce(202).containsOnly(202, 400);
    }

    @Test
    void requiresThePassword() {
        ApiResponse ann = signUp(api, before).expect(201);

        assertThat(change(ann, "not the password", after).expect(400).errors())
                .containsExactly(new Failure("Invalid credentials", "password", "invalid-credentials"));
        signIn(api, before, PASSWORD).expect(200);
    }

    @Test
    void delaysAttemptsAfterWrongPasswords() {
        ApiResponse ann = signUp(api, before).expect(201);

        IntStream.range(0, 10)
                .forEach(attempt -> change(ann, "not the password", after).expect(400));

        ApiResponse delayed = change(ann, PASSWORD, after).expect(429);
        assertThat(delayed.codes()).containsExactly("too-many-attempts");
        assertThat(delayed.header("Retry-After")).isPresent();
    }

    @Test
    void isForSignedInUsersOnly() {
        Map<String, String> body = Map.of("password", PASSWORD, "email", after);
        api.post(PATH, body).expect(401);
        api.as(SignedIn.as(SignedIn.newId(), "no-account@example.com"))
                .post(PATH, body)
                .expect(401);
    }

    @Test
    void knowsNoConfirmations() {
        assertThat(api.post(PATH + "/confirmation", Map.of("token", "made up"))
                        .expect(400)
                        .codes())
                .containsExactly("confirmation-link-invalid");
    }

    static Stream<InvalidRequest> invalidRequests() {
        return InvalidRequests.to("POST", PATH)
                .email("email")
                .text("password", 1000)
                .requests()
                .filter(request -> !WRONG_PASSWORDS.contains(request.name()));
    }

    @ParameterizedTest
    @MethodSource("invalidRequests")
    void rejectsInvalidRequests(InvalidRequest request) {
        request.assertRejectedBy(api.as(SignedIn.as(SignedIn.newId(), "ann@example.com")));
    }

    private ApiResponse change(ApiResponse signedIn, String password, String email) {
        return api.as(cookies(signedIn)).post(PATH, Map.of("password", password, "email", email));
    }
}
