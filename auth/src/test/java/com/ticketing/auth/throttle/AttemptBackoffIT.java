package com.ticketing.auth.throttle;

import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.signIn;
import static com.ticketing.auth.TestAccounts.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@AuthTest
class AttemptBackoffIT {

    @Autowired
    private Api api;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MongoOperations mongo;

    /** Keeps waits of one second from passing during slow requests. */
    @BeforeEach
    void stopClock() {
        clock.stop();
    }

    @Test
    void rejectsAttemptsForOneSecondAfterTenWrongPasswords() {
        String email = newEmail();
        signUp(from("198.51.100.1"), email).expect(201);
        Api attacker = from("203.0.113.7");

        sendWrongPasswords(attacker, email, 10);

        ApiResponse tooMany = signIn(attacker, email, PASSWORD).expect(429);
        assertThat(tooMany.codes()).containsExactly("too-many-attempts");
        assertThat(tooMany.header("Retry-After")).contains("1");
        clock.advance(Duration.ofSeconds(1));
        signIn(attacker, email, PASSWORD).expect(200);
        sendWrongPasswords(attacker, email, 9);
        signIn(attacker, email, PASSWORD).expect(200);
    }

    @Test
    void doublesTheWaitUpToOneMinute() {
        String email = newEmail();
        sendWrongPasswords(api, email, 10);

        List<Integer> waits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int wait = Integer.parseInt(signIn(api, email, PASSWORD)
                    .expect(429)
                    .header("Retry-After")
                    .orElseThrow());
            waits.add(wait);
            clock.advance(Duration.ofSeconds(wait));
            signIn(api, email, PASSWORD).expect(400);
        }

        assertThat(waits).containsExactly(1, 2, 4, 8, 16, 32, 60, 60);
    }

    @Test
    void resetsTheCountAfter15MinutesWithoutAttempts() {
        String email = newEmail();
        sendWrongPasswords(api, email, 10);
        signIn(api, email, PASSWORD).expect(429);

        clock.advance(Duration.ofMinutes(16));

        sendWrongPasswords(api, email, 9);
        signIn(api, email, PASSWORD).expect(400);
    }

    @Test
    void countsConcurrentAttempts() throws InterruptedException {
        String email = newEmail();
        signUp(from("198.51.100.1"), email).expect(201);

        List<Integer> statuses =
                ConcurrentRequests.send(Collections.nCopies(40, email), each -> signIn(api, each, "wrong")).stream()
                        .map(ApiResponse::status)
                        .toList();
        assertThat(statuses).filteredOn(status -> status == 400).hasSizeBetween(10, 12);
        assertThat(statuses).filteredOn(status -> status != 400).containsOnly(429);
    }

    @Test
    void doesNotLockTheOwnerOutAtAKnownAddress() {
        String email = newEmail();
        Api home = from("198.51.100.1");
        signUp(home, email).expect(201);
        signIn(home, email, PASSWORD).expect(200);

        Api attacker = from("203.0.113.7");
        sendWrongPasswords(attacker, email, 10);
        signIn(attacker, email, PASSWORD).expect(429);

        signIn(home, email, PASSWORD).expect(200);
        signIn(from("203.0.113.8"), email, PASSWORD).expect(429);
    }

    @Test
    void appliesToTheCurrentPasswordOfAPasswordChange() {
        ApiResponse user = signUp(api, newEmail());
        Api caller = api.as(user.session());
        Map<String, Object> wrong = Map.of("current", "wrong", "password", "a new and better one");

        for (int i = 0; i < 10; i++) {
            caller.post("/api/users/password", wrong).expect(400);
        }

        caller.post("/api/users/password", wrong).expect(429);
    }

    @Test
    void storesNoEmails() {
        String email = newEmail();
        sendWrongPasswords(api, email, 1);

        assertThat(mongo.getCollection("throttles").find().map(Document::toJson).into(new ArrayList<>()))
                .isNotEmpty()
                .noneMatch(counter -> counter.contains(email));
    }

    private Api from(String address) {
        return api.with("X-Forwarded-For", address);
    }

    private static void sendWrongPasswords(Api attacker, String email, int times) {
        for (int i = 0; i < times; i++) {
            signIn(attacker, email, "wrong " + i).expect(400);
        }
    }
}
