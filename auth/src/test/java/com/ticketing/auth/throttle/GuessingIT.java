package com.ticketing.auth.throttle;

import static com.ticketing.auth.People.PASSWORD;
import static com.ticketing.auth.People.newEmail;
import static com.ticketing.auth.People.signIn;
import static com.ticketing.auth.People.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@AuthTest
class GuessingIT {

    @Autowired
    private Api api;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MongoOperations mongo;

    /** Waits of a second count here, and a busy machine needs longer for a request. */
    @BeforeEach
    void stopClock() {
        clock.stop();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void hasToWaitAfterTenWrongPasswords() {
        String email = newEmail();
        signUp(from("198.51.100.1"), email).expect(201);
        Api guesser = from("203.0.113.7");

        guessWrong(guesser, email, 10);

        ApiResponse tooMany = signIn(guesser, email, PASSWORD).expect(429);
        assertThat(tooMany.messages()).containsExactly("Too many attempts, please try again later");
        assertThat(tooMany.header("Retry-After")).contains("1");
        clock.advance(Duration.ofSeconds(1));
        signIn(guesser, email, PASSWORD).expect(200);
        guessWrong(guesser, email, 9);
        signIn(guesser, email, PASSWORD).expect(200);
    }

    @Test
    void waitsLongerEachTimeButNeverForLong() {
        String email = newEmail();
        guessWrong(api, email, 10);

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
    void isForgottenInTime() {
        String email = newEmail();
        guessWrong(api, email, 10);
        signIn(api, email, PASSWORD).expect(429);

        clock.advance(Duration.ofMinutes(16));

        guessWrong(api, email, 9);
        signIn(api, email, PASSWORD).expect(400);
    }

    @Test
    void gainsNothingByGuessingAllAtOnce() {
        String email = newEmail();
        signUp(from("198.51.100.1"), email).expect(201);

        List<CompletableFuture<ApiResponse>> attempts = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> signIn(api, email, "wrong"), Thread::startVirtualThread))
                .limit(40)
                .toList();

        List<Integer> statuses = attempts.stream()
                .map(CompletableFuture::join)
                .map(ApiResponse::status)
                .toList();
        assertThat(statuses).filteredOn(status -> status == 400).hasSizeBetween(10, 12);
        assertThat(statuses).filteredOn(status -> status != 400).containsOnly(429);
    }

    @Test
    void doesNotLockTheOwnerOut() {
        String email = newEmail();
        Api home = from("198.51.100.1");
        signUp(home, email).expect(201);
        signIn(home, email, PASSWORD).expect(200);

        Api guesser = from("203.0.113.7");
        guessWrong(guesser, email, 10);
        signIn(guesser, email, PASSWORD).expect(429);

        signIn(home, email, PASSWORD).expect(200);
        signIn(from("203.0.113.8"), email, PASSWORD).expect(429);
    }

    @Test
    void isCountedForTheCurrentPasswordToo() {
        ApiResponse person = signUp(api, newEmail());
        Api caller = api.as(person.session());
        Map<String, Object> wrong = Map.of("current", "wrong", "password", "a new and better one");

        for (int i = 0; i < 10; i++) {
            caller.post("/api/users/password", wrong).expect(400);
        }

        caller.post("/api/users/password", wrong).expect(429);
    }

    @Test
    void leavesNoAddressOfAnybodyBehind() {
        String email = newEmail();
        guessWrong(api, email, 1);

        assertThat(mongo.getCollection("throttles").find().map(Document::toJson).into(new ArrayList<>()))
                .isNotEmpty()
                .noneMatch(counter -> counter.contains(email));
    }

    private Api from(String address) {
        return api.with("X-Forwarded-For", address);
    }

    private static void guessWrong(Api guesser, String email, int times) {
        for (int i = 0; i < times; i++) {
            signIn(guesser, email, "wrong " + i).expect(400);
        }
    }
}
