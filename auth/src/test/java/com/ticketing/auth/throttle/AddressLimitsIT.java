package com.ticketing.auth.throttle;

import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.signIn;
import static com.ticketing.auth.TestAccounts.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@AuthTest
@TestPropertySource(properties = {"auth.throttle.requests-per-minute=20", "auth.throttle.failures-per-quarter=5"})
class AddressLimitsIT {

    @Autowired
    private Api api;

    @Autowired
    private MeterRegistry meters;

    @Test
    void rejectsAnAddressThatSendsTooManyRequests() {
        Api campus = from("198.51.100.1");

        // a new window of one minute may begin between the requests
        List<ApiResponse> responses = many(42, () -> signUp(campus, newEmail()));

        assertThat(responses.subList(0, 20)).allMatch(response -> response.status() == 201);
        ApiResponse rejected = responses.stream()
                .filter(response -> response.status() != 201)
                .findFirst()
                .orElseThrow();
        assertThat(rejected.status()).isEqualTo(429);
        assertThat(rejected.codes()).containsExactly("too-many-attempts");
        assertThat(Integer.parseInt(rejected.header("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        signUp(from("198.51.100.2"), newEmail()).expect(201);
    }

    @Test
    void rejectsAnAddressThatTriesTooManyAccounts() {
        String email = newEmail();
        signUp(from("203.0.113.1"), email).expect(201);
        Api sprayer = from("203.0.113.7");

        // a new window of 15 minutes may begin between the requests
        List<ApiResponse> responses = many(12, () -> signIn(sprayer, newEmail(), PASSWORD));

        assertThat(responses.subList(0, 5)).allMatch(response -> response.status() == 400);
        assertThat(responses).anyMatch(response -> response.status() == 429);
        signIn(from("203.0.113.1"), email, PASSWORD).expect(200);
    }

    @ParameterizedTest
    @CsvSource({"/api/users/refresh, 192.0.2.1", "/api/users/signout, 192.0.2.2"})
    void rejectsAnAddressThatSendsTooManyRefreshesOrSignOuts(String path, String address) {
        Api client = from(address);
        double throttled = throttled();

        List<ApiResponse> responses = many(42, () -> client.post(path, null));

        assertThat(responses.subList(0, 20)).noneMatch(response -> response.status() == 429);
        long rejected =
                responses.stream().filter(response -> response.status() == 429).count();
        assertThat(rejected).isPositive();
        assertThat(throttled() - throttled).isEqualTo((double) rejected);
    }

    private double throttled() {
        return meters.counter("auth.attempts.throttled").count();
    }

    private static List<ApiResponse> many(int times, Supplier<ApiResponse> request) {
        return Stream.generate(request).limit(times).toList();
    }

    private Api from(String address) {
        return api.with("X-Forwarded-For", address);
    }
}
