package com.ticketing.common.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a service takes at once.
 *
 * @param body the largest request body
 * @param inFlight requests handled at the same time; below the database driver's pool (100), since each may need a
 *     connection while the listeners and the relay need some too
 * @param maxWait how long a request waits for its turn before it is sent away
 */
@ConfigurationProperties("requests")
record RequestLimits(
        @DefaultValue("64KB") DataSize body,
        @DefaultValue("80") int inFlight,
        @DefaultValue("PT5S") Duration maxWait) {}
