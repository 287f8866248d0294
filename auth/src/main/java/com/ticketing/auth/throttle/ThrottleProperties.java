package com.ticketing.auth.throttle;

import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits against brute-force attacks.
 *
 * @param passwords The number of attempts with a wrong password for one account after which each further attempt has to
 *     wait.
 * @param firstWait The first wait; each further wrong password doubles it.
 * @param longestWait The maximum wait, short enough that an attacker cannot lock the owner out for long.
 * @param forgetAfter The time after the last attempt at which the count of wrong passwords is reset.
 * @param requestsPerMinute The maximum number of sign-ins, sign-ups, refreshes, sign-outs and password resets from one
 *     client address per minute; many users may share an address.
 * @param failuresPerQuarter The maximum number of wrong passwords from one client address in 15 minutes, for all
 *     accounts together.
 */
@ConfigurationProperties("auth.throttle")
record ThrottleProperties(
        @DefaultValue("10") int passwords,
        @DefaultValue("PT1S") Duration firstWait,
        @DefaultValue("PT1M") Duration longestWait,
        @DefaultValue("PT15M") Duration forgetAfter,
        @DefaultValue("2000") int requestsPerMinute,
        @DefaultValue("300") int failuresPerQuarter) {

    ThrottleProperties {
        if (passwords < 1 || requestsPerMinute < 1 || failuresPerQuarter < 1) {
            throw new InvalidSettingException(
                    "AUTH_THROTTLE_PASSWORDS, AUTH_THROTTLE_REQUESTS_PER_MINUTE and AUTH_THROTTLE_FAILURES_PER_QUARTER must be at least 1",
                    "leave them out for the defaults");
        }
        if (!firstWait.isPositive() || longestWait.compareTo(firstWait) < 0 || forgetAfter.compareTo(longestWait) < 0) {
            throw new InvalidSettingException(
                    "AUTH_THROTTLE_FIRST_WAIT, AUTH_THROTTLE_LONGEST_WAIT and AUTH_THROTTLE_FORGET_AFTER must be positive and in ascending order",
                    "leave them out for the defaults");
        }
    }

    /** Returns the wait after the given number of consecutive attempts without success. */
    Duration waitAfter(int attempts) {
        int doublings = attempts - passwords;
        if (doublings < 0) {
            return Duration.ZERO;
        }
        Duration wait = firstWait.multipliedBy(1L << Math.min(doublings, 30));
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}
