package com.ticketing.common.settings;

import java.time.Duration;

/** Checks the values of settings. */
public final class Settings {

    private Settings() {}

    /**
     * Checks that a duration is positive.
     *
     * @param name the environment variable of the setting
     * @param example a sensible value
     * @throws InvalidSettingException if it is zero or negative
     */
    public static void requirePositive(String name, Duration value, String example) {
        if (!value.isPositive()) {
            throw new InvalidSettingException(name + " must be positive", "set it to a duration such as " + example);
        }
    }
}
