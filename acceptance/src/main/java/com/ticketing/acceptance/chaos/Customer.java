package com.ticketing.acceptance.chaos;

import com.ticketing.host.api.Answer;
import com.ticketing.host.api.Person;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Somebody whose requests may fail, and who signs in again before the session is over. */
final class Customer {

    static final Answer NO_ANSWER = new Answer(0, HttpHeaders.of(Map.of(), (name, value) -> true), "{}");

    private static final Duration SESSION = Duration.ofMinutes(10);

    private final String url;
    private final String email;
    private final String password;
    private @Nullable Person person;
    private Instant signedInAt = Instant.MIN;

    Customer(String url, String email, String password) {
        this.url = url;
        this.email = email;
        this.password = password;
    }

    /** True once there is an account, by this attempt or by an earlier one whose answer was lost. */
    boolean signUp() {
        Answer answer = ask(
                Person.stranger(url),
                stranger -> stranger.post("/api/users/signup", Map.of("email", email, "password", password)));
        return answer.status() == 201
                || (answer.status() == 400 && answer.text().contains("Email in use"));
    }

    Answer get(String path) {
        return asSignedIn(who -> who.get(path));
    }

    Answer post(String path, Object body) {
        return asSignedIn(who -> who.post(path, body));
    }

    Answer put(String path, Object body) {
        return asSignedIn(who -> who.put(path, body));
    }

    Answer delete(String path) {
        return asSignedIn(who -> who.delete(path));
    }

    private Answer asSignedIn(Function<Person, Answer> request) {
        Person current = signedIn();
        return current == null ? NO_ANSWER : ask(current, request);
    }

    private synchronized @Nullable Person signedIn() {
        if (person == null || signedInAt.plus(SESSION).isBefore(Instant.now())) {
            try {
                person = Person.signIn(url, email, password);
                signedInAt = Instant.now();
            } catch (UncheckedIOException | IllegalStateException e) {
                // auth is being broken just now
                return null;
            }
        }
        return person;
    }

    private static Answer ask(Person who, Function<Person, Answer> request) {
        try {
            return request.apply(who);
        } catch (UncheckedIOException e) {
            // cut off: nobody knows whether it had an effect
            return NO_ANSWER;
        }
    }
}
