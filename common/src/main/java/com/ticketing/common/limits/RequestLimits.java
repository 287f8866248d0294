package com.ticketing.common.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of requests.
 *
 * @param body the maximum size of a request body
 * @param inFlight the maximum number of requests in progress; below the 100 connections of the database driver's pool, because each
 *     request may need one and the listeners and the relay need some too
 * @param maxWait the maximum time that an excess request waits before it is rejected
 */
@ConfigurationProperties("requests")
record RequestLimits(
        @DefaultValue("64KB") DataSize body,
        @DefaultValue("80") int inFlight,
        @DefaultValue("PT5S") Duration maxWait) {}
