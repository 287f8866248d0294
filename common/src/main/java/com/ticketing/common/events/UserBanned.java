package com.ticketing.common.events;

import java.time.Instant;

/** A person may no longer use the suite. Versions of a person only grow. */
public record UserBanned(String id, long version, Instant at) implements Event {}
