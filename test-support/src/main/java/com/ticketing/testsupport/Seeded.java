package com.ticketing.testsupport;

/** A random value that says, wherever a failed test prints it, how to get it again. */
public record Seeded<T>(T value, long seed) {

    @Override
    public String toString() {
        return value + " (TEST_SEED=" + seed + ")";
    }
}
