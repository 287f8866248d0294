package com.ticketing.auth.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The program that asks, as far as its headers tell.
 *
 * @param address where it asks from
 */
record Browser(
        String address,
        @Nullable String userAgent,
        @Nullable String refreshCookie) {

    private static final int LONGEST = 200;

    /** What the person will know the device by. */
    String device() {
        if (userAgent == null || userAgent.isBlank()) {
            return "unknown";
        }
        return userAgent.length() <= LONGEST ? userAgent : userAgent.substring(0, LONGEST);
    }

    Optional<RefreshToken> refreshToken() {
        return RefreshToken.parse(refreshCookie);
    }

    /** Without the cookie. */
    @Override
    public String toString() {
        return "Browser[userAgent=" + userAgent + "]";
    }
}
