package com.ticketing.common.events;

import java.time.Instant;

/** Published when a ban ends. */
public record UserUnbanned(String id, long version, Instant at) implements Event {}
