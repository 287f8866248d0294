package com.ticketing.common.events;

import java.time.Instant;

/**
 * Published when a session of a user ends before it expires.
 *
 * @param id the user
 * @param sid the session, as its tokens name it
 */
public record UserSessionEnded(String id, String sid, Instant at) implements Event {}
