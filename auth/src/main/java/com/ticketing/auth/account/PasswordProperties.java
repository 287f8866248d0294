package com.ticketing.auth.account;

import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a password's hash costs. The defaults are one of the parameter sets that OWASP recommends for Argon2id, with the
 * memory of all hashes in flight (48 MB) in mind.
 *
 * @param memory what one hash takes
 * @param iterations passes over that memory
 * @param inFlight hashes computed at the same time
 * @param maxWait how long a request waits for its turn before it is sent away
 */
@ConfigurationProperties("auth.passwords")
record PasswordProperties(
        @DefaultValue("12MB") DataSize memory,
        @DefaultValue("3") int iterations,
        @DefaultValue("4") int inFlight,
        @DefaultValue("PT3S") Duration maxWait) {

    PasswordProperties {
        if (memory.toKilobytes() < 8 || iterations < 1) {
            throw new InvalidSettingException(
                    "AUTH_PASSWORDS_MEMORY and AUTH_PASSWORDS_ITERATIONS are too small for Argon2",
                    "leave them out for the recommended values");
        }
        if (inFlight < 1 || maxWait.isNegative()) {
            throw new InvalidSettingException(
                    "AUTH_PASSWORDS_IN_FLIGHT must be at least 1 and AUTH_PASSWORDS_MAX_WAIT at least PT0S",
                    "leave them out for the default");
        }
    }
}
