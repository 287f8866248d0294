package com.ticketing.testsupport;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Generates names that are unique among the test runs on one server. */
final class RandomNames {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomNames() {}

    static String next(String prefix) {
        return prefix + hex(6);
    }

    static String hex(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
