package com.ticketing.common.security;

/** Denies users whose tokens have not expired. A bean of this type is called for each request with a valid token. */
@FunctionalInterface
public interface DenyList {

    boolean isDenied(String userId);

    /** Returns whether the user is denied because the account is deleted. */
    default boolean isDeleted(String userId) {
        return false;
    }
}
