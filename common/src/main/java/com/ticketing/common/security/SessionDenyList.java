package com.ticketing.common.security;

/**
 * Denies the tokens of sessions that have ended. A bean of this type is called for each request with a valid token that
 * names its session.
 */
@FunctionalInterface
public interface SessionDenyList {

    boolean isDenied(String sessionId);
}
