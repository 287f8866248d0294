package com.ticketing.auth.throttle;

import com.ticketing.auth.AuthError;
import com.ticketing.auth.secret.Secrets;
import com.ticketing.auth.throttle.Guesses.Outcome;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.persistence.WriteConflicts;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses: strictly by account, generously by address. An address from which the account's owner has
 * signed in has a count of its own, so that others who guess cannot keep the owner out.
 */
@Component
public class Throttle {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Guesses guesses;
    private final Counters counters;
    private final ThrottleProperties properties;
    private final Clock clock;

    Throttle(Guesses guesses, Counters counters, ThrottleProperties properties, Clock clock) {
        this.guesses = guesses;
        this.counters = counters;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Counts a sign-in or sign-up from the address.
     *
     * @throws ApiException 429 if there are too many of them
     */
    public void admit(String address) {
        if (count("requests", address, MINUTE) > properties.requestsPerMinute()) {
            throw tooMany(rest(MINUTE));
        }
    }

    /**
     * Lets somebody at the address try to show an account's secret.
     *
     * @param account names the account, whether or not there is one
     * @param attempt throws an {@link ApiException} of status 400 if the secret is wrong
     * @throws ApiException 429 if there were too many attempts before
     */
    public <T> T guess(String account, String address, Supplier<T> attempt) {
        if (counters.find(window("failures", address, QUARTER))
                .filter(failures -> failures.count() >= properties.failuresPerQuarter())
                .isPresent()) {
            throw tooMany(rest(QUARTER));
        }
        String place = "known " + hash(account + " " + address);
        String key = "guesses " + (counters.find(place).isPresent() ? hash(account + " " + address) : hash(account));
        guesses.begin(key);
        try {
            T result = attempt.get();
            guesses.end(key, Outcome.RIGHT);
            WriteConflicts.retry(() -> counters.increment(place, clock.instant().plus(REMEMBERED)));
            return result;
        } catch (RuntimeException e) {
            Outcome outcome = Outcome.of(e);
            guesses.end(key, outcome);
            if (outcome == Outcome.WRONG) {
                count("failures", address, QUARTER);
            }
            throw e;
        }
    }

    private int count(String what, String address, Duration length) {
        String id = window(what, address, length);
        return WriteConflicts.retry(() -> counters.increment(id, clock.instant().plus(length)));
    }

    /** Another counter for each stretch of time. */
    private String window(String what, String address, Duration length) {
        return what + " " + address + " " + clock.millis() / length.toMillis();
    }

    private Duration rest(Duration length) {
        return Duration.ofMillis(length.toMillis() - clock.millis() % length.toMillis());
    }

    static ApiException tooMany(Duration retryAfter) {
        return new ApiException(AuthError.TOO_MANY_ATTEMPTS).withRetryAfter(retryAfter);
    }

    /** What people type as their address may be anything, a password in the wrong field included. */
    private static String hash(String text) {
        return Secrets.hash(text);
    }
}
