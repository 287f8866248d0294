package com.ticketing.acceptance.bench;

import com.ticketing.host.api.ApiClient;
import com.ticketing.host.api.ApiResponse;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Measures whether response times reveal who has an account: sends wrong passwords for known and unknown addresses, in
 * random order, one at a time.
 */
final class SignInTiming {

    /** With the guesses, just below the rate limits per network address and per account. */
    private static final int ACCOUNTS = 25;

    private static final int GUESSES = 4;

    private final String gateway;
    private final PrintWriter out;

    SignInTiming(String gateway, PrintWriter out) {
        this.gateway = gateway;
        this.out = out;
    }

    private record Guess(String email, boolean known) {}

    void measure() {
        ApiClient anonymous = ApiClient.anonymous(gateway);
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (Guess guess : guesses()) {
            long start = System.nanoTime();
            ApiResponse response =
                    anonymous.post("/api/users/signin", Map.of("email", guess.email(), "password", "not the password"));
            long nanos = System.nanoTime() - start;
            if (response.status() == 429) {
                out.println("sign-in: rate limit reached; measure again in a quarter of an hour");
                return;
            }
            response.expect(400);
            (guess.known() ? known : unknown).add(nanos);
        }
        print(ResponseTimes.of(known, 1), ResponseTimes.of(unknown, 1));
    }

    private List<Guess> guesses() {
        List<Guess> guesses = new ArrayList<>();
        for (int account = 0; account < ACCOUNTS; account++) {
            String known = email();
            ApiClient.signUp(gateway, known, "benchmark-password");
            String unknown = email();
            for (int guess = 0; guess < GUESSES; guess++) {
                guesses.add(new Guess(known, true));
                guesses.add(new Guess(unknown, false));
            }
        }
        Collections.shuffle(guesses, new Random(guesses.size()));
        return guesses;
    }

    private void print(ResponseTimes known, ResponseTimes unknown) {
        out.println("wrong password, known address:   " + known.latency());
        out.println("wrong password, unknown address: " + unknown.latency());
        out.printf(
                Locale.ROOT,
                "known to unknown: p50 %.3f, p95 %.3f; the known one is slower in %.0f%% of pairs (50%%: indistinguishable)%n",
                known.millis(50) / unknown.millis(50),
                known.millis(95) / unknown.millis(95),
                100 * slower(known, unknown));
    }

    /** Returns the share of all pairs in which the first is slower: one half if both have the same distribution. */
    private static double slower(ResponseTimes first, ResponseTimes second) {
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
