package com.ticketing.auth.session;

import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a device stays signed in.
 *
 * @param life how long after its last use
 * @param reuse how long a used refresh token gives the same successor again, to a second tab
 * @param cleanupInterval how often ended sessions are removed
 */
@ConfigurationProperties("auth.sessions")
record SessionProperties(
        @DefaultValue("P30D") Duration life,
        @DefaultValue("PT10S") Duration reuse,
        @DefaultValue("PT10M") Duration cleanupInterval) {

    SessionProperties {
        if (!life.isPositive() || reuse.isNegative() || !cleanupInterval.isPositive()) {
            throw new InvalidSettingException(
                    "AUTH_SESSIONS_LIFE and AUTH_SESSIONS_CLEANUP_INTERVAL must be longer than nothing, AUTH_SESSIONS_REUSE at least PT0S",
                    "set them to durations such as P30D");
        }
    }
}
