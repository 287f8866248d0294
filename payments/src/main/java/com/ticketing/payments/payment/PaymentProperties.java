package com.ticketing.payments.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How payments are brought to their end.
 *
 * @param patience how long a request waits for another's attempt on the same order before it is answered with 202
 * @param lease how long an attempt may take before others look after its payment; longer than Stripe's timeouts together
 * @param sweepInterval how often payments that somebody has to look after are searched for
 * @param firstCheck when Stripe is asked about an unknown outcome for the first time; doubled at each further time
 * @param longestPause the longest time between two checks
 */
@ConfigurationProperties("payments")
public record PaymentProperties(
        @DefaultValue("PT10S") Duration patience,
        @DefaultValue("PT2M") Duration lease,
        @DefaultValue("PT1S") Duration sweepInterval,
        @DefaultValue("PT2S") Duration firstCheck,
        @DefaultValue("PT1H") Duration longestPause) {

    public Duration pauseAfter(int checks) {
        Duration pause = firstCheck.multipliedBy(1L << Math.min(checks, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
