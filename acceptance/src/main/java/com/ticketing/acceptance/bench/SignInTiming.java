package com.ticketing.acceptance.bench;

import com.ticketing.host.api.Answer;
import com.ticketing.host.api.Person;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Whether the time of an answer tells a stranger who has an account: wrong passwords for addresses that have one and for
 * addresses that have not, mixed, one at a time.
 */
final class SignInTiming {

    /** As many as the limit of an address allows once in a quarter of an hour, and below that of an account. */
    private static final int PEOPLE = 25;

    private static final int GUESSES = 4;

    private final String gateway;
    private final PrintStream out;

    SignInTiming(String gateway, PrintStream out) {
        this.gateway = gateway;
        this.out = out;
    }

    private record Guess(String email, boolean known) {}

    void measure() {
        List<Guess> guesses = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            String known = email();
            Person.signUp(gateway, known, "benchmark-password");
            String unknown = email();
            for (int guess = 0; guess < GUESSES; guess++) {
                guesses.add(new Guess(known, true));
                guesses.add(new Guess(unknown, false));
            }
        }
        Collections.shuffle(guesses, new Random(guesses.size()));
        Person stranger = Person.stranger(gateway);
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (Guess guess : guesses) {
            long start = System.nanoTime();
            Answer answer =
                    stranger.post("/api/users/signin", Map.of("email", guess.email(), "password", "not the password"));
            long nanos = System.nanoTime() - start;
            if (answer.status() == 429) {
                out.println("sign-in: too many wrong passwords from here; measure again in a quarter of an hour");
                return;
            }
            answer.expect(400);
            (guess.known() ? known : unknown).add(nanos);
        }
        print(Times.of(known, 1), Times.of(unknown, 1));
    }

    private void print(Times known, Times unknown) {
        out.println("wrong password, address known:   " + known.latency());
        out.println("wrong password, address unknown: " + unknown.latency());
        out.printf(
                Locale.ROOT,
                "known to unknown: p50 %.3f, p95 %.3f; a known one takes longer in %.0f%% of pairs (50%%: nobody can tell)%n",
                known.millis(50) / unknown.millis(50),
                known.millis(95) / unknown.millis(95),
                100 * longer(known, unknown));
    }

    /** The part of all pairs in which the first takes longer: half, if both come from one distribution. */
    private static double longer(Times first, Times second) {
        long wins = 0;
        for (long one : first.sortedNanos()) {
            wins += second.sortedNanos().stream().filter(other -> one > other).count();
        }
        return (double) wins / first.sortedNanos().size() / second.sortedNanos().size();
    }

    private static String email() {
        return "timing-" + UUID.randomUUID() + "@example.com";
    }
}
