package com.ticketing.common.security;

/** Whose tokens are refused although they have not expired. A bean of this type is asked at each request. */
@FunctionalInterface
public interface DenyList {

    boolean isDenied(String userId);
}
