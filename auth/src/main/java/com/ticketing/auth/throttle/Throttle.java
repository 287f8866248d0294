package com.ticketing.auth.throttle;

import com.ticketing.auth.throttle.AttemptBackoff.Outcome;
import com.ticketing.common.digest.Sha256;
import com.ticketing.common.errors.ApiException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Slows down brute-force attacks: strictly per account, generously per client address. An address from which the owner
 * has signed in to an account is a known address and has its own count, so that an attacker elsewhere cannot lock the
 * owner out.
 *
 * <p>Accounts are stored as hashes, because users may type anything into the email field, even a password.
 */
@Component
public class Throttle {

    private static final Duration KNOWN_ADDRESS_LIFE = Duration.ofDays(30);

    private final AddressLimits addresses;
    private final AttemptBackoff backoff;
    private final RepeatPauses pauses;
    private final Counters counters;
    private final CounterUpdates updates;
    private final Clock clock;
    private final io.micrometer.core.instrument.Counter throttled;

    Throttle(
            AddressLimits addresses,
            AttemptBackoff backoff,
            RepeatPauses pauses,
            Counters counters,
            CounterUpdates updates,
            Clock clock,
            MeterRegistry meters) {
        this.addresses = addresses;
        this.backoff = backoff;
        this.pauses = pauses;
        this.counters = counters;
        this.updates = updates;
        this.clock = clock;
        this.throttled = io.micrometer.core.instrument.Counter.builder("auth.attempts.throttled")
                .description("Attempts to present a secret, such as sign-ins, that were rejected without a check")
                .register(meters);
    }

    /**
     * Counts a request to a public route that is expensive or can be abused, such as sign-up.
     *
     * @throws ApiException 429 if the address has sent too many
     */
    public void limitRequests(String address) {
        countIfThrottled(() -> addresses.countRequest(address));
    }

    /**
     * Runs an attempt to present a secret that is too long to be guessed, so that only the failures of the address
     * count.
     *
     * @param attempt throws an {@link ApiException} with status 400 if the secret is wrong
     * @throws ApiException 429, without running the attempt, after too many failures
     */
    public void attempt(String address, Runnable attempt) {
        countIfThrottled(() -> addresses.requireFewFailures(address));
        try {
            attempt.run();
        } catch (RuntimeException e) {
            if (Outcome.of(e) == Outcome.SECRET_WRONG) {
                addresses.countFailure(address);
            }
            throw e;
        }
    }

    /**
     * Runs an attempt to present an account's secret.
     *
     * @param account identifies the account and the kind of secret, whether or not the account exists
     * @param attempt throws an {@link ApiException} with status 400 if the secret is wrong
     * @throws ApiException 429, without running the attempt, after too many failures
     */
    public <T> T attempt(String account, String address, Supplier<T> attempt) {
        countIfThrottled(() -> addresses.requireFewFailures(address));
        String key = "guesses " + requester(account, address);
        countIfThrottled(() -> backoff.begin(key));
        try {
            T result = attempt.get();
            backoff.end(key, Outcome.SECRET_CORRECT);
            updates.increment(knownAddress(account, address), clock.instant().plus(KNOWN_ADDRESS_LIFE));
            return result;
        } catch (RuntimeException e) {
            Outcome outcome = Outcome.of(e);
            backoff.end(key, outcome);
            if (outcome == Outcome.SECRET_WRONG) {
                addresses.countFailure(address);
            }
            throw e;
        }
    }

    private void countIfThrottled(Runnable check) {
        try {
            check.run();
        } catch (ApiException e) {
            if (e.status() == HttpStatus.TOO_MANY_REQUESTS) {
                throttled.increment();
            }
            throw e;
        }
    }

    /**
     * Counts a repetition of an action for an account, if it is allowed now. Each pause is twice as long as the one
     * before; requests from a known address of the account do not lengthen the pauses of others.
     *
     * @param account identifies the account and the kind of secret whose known addresses count
     * @return the time until the action may be repeated; empty if this repetition is allowed
     */
    public Optional<Duration> admitRepeat(
            String action, String account, String address, Duration firstPause, Duration longestPause) {
        return pauses.admit(action + " " + requester(account, address), firstPause, longestPause);
    }

    /** Returns the hash of the account, or of the account and the address if the address is known. */
    private String requester(String account, String address) {
        return counters.existsById(knownAddress(account, address))
                ? Sha256.hex(account + " " + address)
                : Sha256.hex(account);
    }

    private static String knownAddress(String account, String address) {
        return "known " + Sha256.hex(account + " " + address);
    }
}
