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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id. The number of concurrent hashes is bounded, because each one is expensive in memory
 * and CPU time. Hashes run on platform threads, because CPU-bound work on a virtual thread blocks its carrier thread.
 *
 * <p>Each method that hashes throws {@link ApiException} 503 with Retry-After if no permit becomes available in time.
 */
@Component
class PasswordHasher {

    private static final String ARGON2 = "argon2";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final PasswordEncoder encoder;
    private final Semaphore permits;
    private final Duration maxWait;
    private final ExecutorService threads;

    /** The hash of a random password, compared with when there is no account, so that the response time is the same. */
    private final String decoyHash;

    @Autowired
    PasswordHasher(PasswordHashingProperties properties) {
        this(properties, argon2(properties));
    }

    PasswordHasher(PasswordHashingProperties properties, PasswordEncoder encoder) {
        this.encoder = encoder;
        this.permits = new Semaphore(properties.inFlight());
        this.maxWait = properties.maxWait();
        this.threads = Executors.newFixedThreadPool(
                properties.inFlight(),
                Thread.ofPlatform().name("password-hash-", 1).daemon().factory());
        this.decoyHash = bounded(() -> encoder.encode(UUID.randomUUID().toString()));
    }

    private static PasswordEncoder argon2(PasswordHashingProperties properties) {
        int memoryKilobytes = Math.toIntExact(properties.memory().toKilobytes());
        return new DelegatingPasswordEncoder(
                ARGON2,
                Map.of(
                        ARGON2,
                        new Argon2PasswordEncoder(
                                SALT_BYTES, HASH_BYTES, LANES, memoryKilobytes, properties.iterations())));
    }

    String hash(String password) {
        String prepared = OpaquePassword.prepare(password).orElse(password);
        return bounded(() -> encoder.encode(prepared));
    }

    /**
     * Returns whether the hash was made from the password, prepared or as typed. An empty hash never matches, after the
     * same amount of work.
     */
    boolean matches(String password, Optional<String> hash) {
        String compared = hash.orElse(decoyHash);
        return bounded(() -> OpaquePassword.forms(password).stream().anyMatch(form -> encoder.matches(form, compared)))
                && hash.isPresent();
    }

    /** Returns whether the hash was made with weaker parameters than the current ones. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T bounded(Supplier<T> work) {
        if (!tryAcquire()) {
            throw new ApiException(CommonError.TOO_BUSY).withRetryAfter(RETRY_AFTER);
        }
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } finally {
            permits.release();
        }
    }

    private boolean tryAcquire() {
        try {
            return permits.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS);
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
