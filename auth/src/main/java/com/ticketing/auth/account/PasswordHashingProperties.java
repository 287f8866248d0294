package com.ticketing.auth.account;

import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The cost of password hashing with Argon2id. Memory and iterations default to a parameter set that OWASP recommends;
 * all concurrent hashes together use 48 MB.
 *
 * @param memory The memory of one Argon2id hash, at least 8 KB.
 * @param iterations The number of Argon2id iterations per hash, at least 1.
 * @param inFlight The maximum number of hashes computed at the same time, per process.
 * @param maxWait The maximum time that a request waits for a free hashing slot before it is rejected with 503.
 */
@ConfigurationProperties("auth.passwords")
record PasswordHashingProperties(
        @DefaultValue("12MB") DataSize memory,
        @DefaultValue("3") int iterations,
        @DefaultValue("4") int inFlight,
        @DefaultValue("PT3S") Duration maxWait) {

    PasswordHashingProperties {
        if (memory.toKilobytes() < 8 || iterations < 1) {
            throw new InvalidSettingException(
                    "AUTH_PASSWORDS_MEMORY must be at least 8KB and AUTH_PASSWORDS_ITERATIONS at least 1",
                    "leave them out for the recommended values");
        }
        if (inFlight < 1 || maxWait.isNegative()) {
            throw new InvalidSettingException(
                    "AUTH_PASSWORDS_IN_FLIGHT must be at least 1 and AUTH_PASSWORDS_MAX_WAIT at least PT0S",
                    "leave them out for the default");
        }
    }
}
