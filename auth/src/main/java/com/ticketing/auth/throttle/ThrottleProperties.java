package com.ticketing.auth.throttle;

import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much guessing is put up with.
 *
 * @param passwords wrong passwords for one account before its waits begin
 * @param firstWait the first wait; each further wrong password doubles it
 * @param longestWait the longest, short enough that nobody can keep another person out for long
 * @param forgetAfter how long after the last attempt everything is forgotten
 * @param requestsPerMinute sign-ins and sign-ups from one address; a whole campus may share it
 * @param failuresPerQuarter wrong passwords from one address in 15 minutes, whatever the accounts
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
                    "AUTH_THROTTLE_FIRST_WAIT, AUTH_THROTTLE_LONGEST_WAIT and AUTH_THROTTLE_FORGET_AFTER must be positive and in this order",
                    "leave them out for the defaults");
        }
    }

    /** How long to wait after so many attempts without success. */
    Duration waitAfter(int attempts) {
        int doublings = attempts - passwords;
        if (doublings < 0) {
            return Duration.ZERO;
        }
        Duration wait = firstWait.multipliedBy(1L << Math.min(doublings, 30));
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}
