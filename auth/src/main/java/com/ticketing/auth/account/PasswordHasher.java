package com.ticketing.auth.account;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords, a bounded number at a time: each hash is meant to cost memory and time. They are computed on threads
 * of their own, since a virtual thread that computes lets no other run.
 */
@Component
class PasswordHasher {

    private static final String ARGON2 = "argon2";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final PasswordEncoder encoder;
    private final Semaphore places;
    private final Duration maxWait;
    private final ExecutorService threads;
    private final String nobodysHash;

    PasswordHasher(PasswordProperties properties) {
        int memoryKilobytes = Math.toIntExact(properties.memory().toKilobytes());
        this.encoder = new DelegatingPasswordEncoder(
                ARGON2,
                Map.of(
                        ARGON2,
                        new Argon2PasswordEncoder(
                                SALT_BYTES, HASH_BYTES, LANES, memoryKilobytes, properties.iterations())));
        this.places = new Semaphore(properties.inFlight());
        this.maxWait = properties.maxWait();
        this.threads = Executors.newFixedThreadPool(
                properties.inFlight(),
                Thread.ofPlatform().name("password-hash-", 1).daemon().factory());
        this.nobodysHash = bounded(() -> encoder.encode(UUID.randomUUID().toString()));
    }

    String hash(String password) {
        return bounded(() -> encoder.encode(password));
    }

    /** Whether the password made the hash. Without a hash it never did, and finding that out takes as long. */
    boolean matches(String password, Optional<String> hash) {
        return bounded(() -> encoder.matches(password, hash.orElse(nobodysHash))) && hash.isPresent();
    }

    /** Whether the hash was made with weaker parameters than today's. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T bounded(Supplier<T> work) {
        if (!tryEnter()) {
            throw new ApiException(CommonError.TOO_BUSY).withRetryAfter(RETRY_AFTER);
        }
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } finally {
            places.release();
        }
    }

    private boolean tryEnter() {
        try {
            return places.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
