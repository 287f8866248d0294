package com.ticketing.auth.throttle;

import static com.ticketing.auth.People.PASSWORD;
import static com.ticketing.auth.People.newEmail;
import static com.ticketing.auth.People.signIn;
import static com.ticketing.auth.People.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ServiceTest;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest(
        properties = {
            "auth.passwords.memory=64KB",
            "auth.passwords.iterations=1",
            "auth.throttle.requests-per-minute=20",
            "auth.throttle.failures-per-quarter=5",
        })
class AddressLimitIT {

    @Autowired
    private Api api;

    @Test
    void sendsAwayAnAddressThatAsksTooOften() {
        Api campus = from("198.51.100.1");

        // a new minute may begin meanwhile
        List<ApiResponse> answers = many(42, () -> signUp(campus, newEmail()));

        assertThat(answers.subList(0, 20)).allMatch(answer -> answer.status() == 201);
        ApiResponse refused = answers.stream()
                .filter(answer -> answer.status() != 201)
                .findFirst()
                .orElseThrow();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        signUp(from("198.51.100.2"), newEmail()).expect(201);
    }

    @Test
    void sendsAwayAnAddressThatTriesManyAccounts() {
        String email = newEmail();
        signUp(from("203.0.113.1"), email).expect(201);
        Api sprayer = from("203.0.113.7");

        // a new quarter of an hour may begin meanwhile
        List<ApiResponse> answers = many(12, () -> signIn(sprayer, newEmail(), PASSWORD));

        assertThat(answers.subList(0, 5)).allMatch(answer -> answer.status() == 400);
        assertThat(answers).anyMatch(answer -> answer.status() == 429);
        signIn(from("203.0.113.1"), email, PASSWORD).expect(200);
    }

    private static List<ApiResponse> many(int times, Supplier<ApiResponse> request) {
        return Stream.generate(request).limit(times).toList();
    }

    private Api from(String address) {
        return api.with("X-Forwarded-For", address);
    }
}
