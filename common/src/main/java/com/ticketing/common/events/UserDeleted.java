package com.ticketing.common.events;

import java.time.Instant;

/** Published when a user's account is deleted, which is final. */
public record UserDeleted(String id, long version, Instant at) implements Event {}
