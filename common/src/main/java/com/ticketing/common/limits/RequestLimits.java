package com.ticketing.common.limits;

import com.ticketing.common.settings.InvalidSettingException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of requests.
 *
 * @param body the maximum size of a request body
 * @param inFlight the maximum number of requests in progress; below the 100 connections of the database driver's pool,
 *     because each request may need one and the listeners and the relay need some too
 * @param inFlightPerUser the maximum number of requests in progress of one signed-in user, at most half of all
 * @param maxWait the maximum time that an excess request waits before it is rejected
 */
@ConfigurationProperties("requests")
record RequestLimits(
        @DefaultValue("64KB") DataSize body,
        @DefaultValue("80") int inFlight,
        @DefaultValue("20") int inFlightPerUser,
        @DefaultValue("PT5S") Duration maxWait) {

    RequestLimits {
        if (inFlight < 1 || inFlightPerUser < 1) {
            throw new InvalidSettingException(
                    "REQUESTS_IN_FLIGHT and REQUESTS_IN_FLIGHT_PER_USER must be at least 1",
                    "leave them out for the defaults");
        }
    }

    /** Returns the limit per user, which leaves permits to others even if the total limit is small. */
    int perUser() {
        return Math.min(inFlightPerUser, Math.max(1, inFlight / 2));
    }
}
