package com.ticketing.common.events;

import java.time.Instant;

/** Published when a user is banned. The versions of a user increase, not necessarily by 1. */
public record UserBanned(String id, long version, Instant at) implements Event {}
