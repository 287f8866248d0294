package com.ticketing.auth.session;

import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The lifetime of sessions.
 *
 * @param life The time after its last refresh at which a session expires.
 * @param reuse The time for which a replaced refresh token yields the same successor again, for concurrent requests of
 *     one browser; later it yields another one, as long as no successor was used.
 * @param maxPerAccount The maximum number of sessions of one account; a further sign-in ends the session that was not
 *     used for the longest time.
 * @param cleanupInterval The interval at which expired sessions are removed from the database.
 */
@ConfigurationProperties("auth.sessions")
record SessionProperties(
        @DefaultValue("P30D") Duration life,
        @DefaultValue("PT10S") Duration reuse,
        @DefaultValue("50") int maxPerAccount,
        @DefaultValue("PT10M") Duration cleanupInterval) {

    /** The list of an account's sessions is not paged. */
    private static final int MAX_PER_ACCOUNT = 200;

    SessionProperties {
        if (!life.isPositive() || reuse.isNegative() || !cleanupInterval.isPositive()) {
            throw new InvalidSettingException(
                    "AUTH_SESSIONS_LIFE and AUTH_SESSIONS_CLEANUP_INTERVAL must be positive, AUTH_SESSIONS_REUSE at least PT0S",
                    "set them to durations such as P30D");
        }
        if (maxPerAccount < 1 || maxPerAccount > MAX_PER_ACCOUNT) {
            throw new InvalidSettingException(
                    "AUTH_SESSIONS_MAX_PER_ACCOUNT must be between 1 and " + MAX_PER_ACCOUNT,
                    "leave it out for the default");
        }
    }
}
