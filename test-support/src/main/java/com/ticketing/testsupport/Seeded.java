package com.ticketing.testsupport;

import java.security.SecureRandom;

/** A random value with its seed. A failed test displays both, so that the value can be generated again. */
public record Seeded<T>(T value, long seed) {

    /** Returns {@code TEST_SEED} (system property or environment variable) if it is set, otherwise a random seed. */
    public static long newSeed() {
        return TestSettings.ofThisJvm()
                .get("TEST_SEED")
                .map(Long::parseLong)
                .orElseGet(() -> new SecureRandom().nextLong());
    }

    @Override
    public String toString() {
        return value + " (TEST_SEED=" + seed + ")";
    }
}
