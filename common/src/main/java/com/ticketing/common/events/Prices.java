package com.ticketing.common.events;

import java.math.BigDecimal;

/** Prices as they appear on the wire. */
public final class Prices {

    private Prices() {}

    private static final int MOST_DIGITS = 20;

    /** The same amount without trailing zeros and exponent, so that 20, 20.0 and 2E1 are equal and written {@code 20}. */
    public static BigDecimal canonical(BigDecimal price) {
        if (Math.abs((long) price.precision() - price.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("A price with more than " + MOST_DIGITS + " digits");
        }
        BigDecimal stripped = price.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
