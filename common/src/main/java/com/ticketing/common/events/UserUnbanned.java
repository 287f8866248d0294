package com.ticketing.common.events;

import java.time.Instant;

/** A ban was lifted. */
public record UserUnbanned(String id, long version, Instant at) implements Event {}
