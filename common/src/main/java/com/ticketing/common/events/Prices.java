package com.ticketing.common.events;

import java.math.BigDecimal;

/** Normalizes prices. */
public final class Prices {

    private Prices() {}

    private static final int MAX_DIGITS = 20;

    /**
     * Removes trailing zeros and the exponent, so that 20, 20.0 and 2E1 are equal and written as {@code 20}.
     *
     * @throws IllegalArgumentException if the price has more than 20 digits
     */
    public static BigDecimal canonical(BigDecimal price) {
        if (Math.abs((long) price.precision() - price.scale()) > MAX_DIGITS) {
            throw new IllegalArgumentException("Price has more than " + MAX_DIGITS + " digits");
        }
        BigDecimal stripped = price.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
