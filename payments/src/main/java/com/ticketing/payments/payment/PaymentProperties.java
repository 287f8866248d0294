package com.ticketing.payments.payment;

import com.ticketing.common.settings.InvalidSettingException;
import com.ticketing.common.settings.Settings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The timing of attempts and of reconciliation, and the share of each buyer.
 *
 * @param patience for how long a request waits for a concurrent attempt on its order before it is answered with 202
 * @param lease for how long a started attempt owns its payment; longer than all of Stripe's timeouts together
 * @param sweepInterval the interval between searches for payments with a due check
 * @param firstCheck the delay before the first check of an unknown outcome; it doubles with each further check
 * @param longestPause the maximum delay between two checks
 * @param attemptsPerOrder the maximum number of payment attempts for one order
 * @param attemptsPerHour the maximum number of payment attempts of one buyer per hour, for all orders together
 */
@ConfigurationProperties("payments")
public record PaymentProperties(
        @DefaultValue("PT10S") Duration patience,
        @DefaultValue("PT2M") Duration lease,
        @DefaultValue("PT1S") Duration sweepInterval,
        @DefaultValue("PT2S") Duration firstCheck,
        @DefaultValue("PT1H") Duration longestPause,
        @DefaultValue("10") int attemptsPerOrder,
        @DefaultValue("60") int attemptsPerHour) {

    public PaymentProperties {
        if (patience.isNegative()) {
            throw new InvalidSettingException(
                    "PAYMENTS_PATIENCE must not be negative", "set it to a duration such as PT10S");
        }
        Settings.requirePositive("PAYMENTS_LEASE", lease, "PT2M");
        Settings.requirePositive("PAYMENTS_SWEEP_INTERVAL", sweepInterval, "PT1S");
        Settings.requirePositive("PAYMENTS_FIRST_CHECK", firstCheck, "PT2S");
        if (longestPause.compareTo(firstCheck) < 0) {
            throw new InvalidSettingException(
                    "PAYMENTS_LONGEST_PAUSE must be at least PAYMENTS_FIRST_CHECK", "leave them out for the defaults");
        }
        if (attemptsPerOrder < 1 || attemptsPerHour < 1) {
            throw new InvalidSettingException(
                    "PAYMENTS_ATTEMPTS_PER_ORDER and PAYMENTS_ATTEMPTS_PER_HOUR must be at least 1",
                    "leave them out for the defaults");
        }
    }

    Duration delayAfter(int checks) {
        Duration delay = firstCheck.multipliedBy(1L << Math.min(checks, 20));
        return delay.compareTo(longestPause) < 0 ? delay : longestPause;
    }
}
