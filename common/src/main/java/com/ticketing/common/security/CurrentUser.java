package com.ticketing.common.security;

import java.util.List;

/**
 * The signed-in person, as the token tells. A handler's parameter of this type is the caller, or the request is answered
 * with 401; {@code Optional<CurrentUser>} is empty for an anonymous one.
 */
public record CurrentUser(String id, String email, List<String> roles) {

    public static final String ADMIN = "admin";

    public CurrentUser {
        roles = List.copyOf(roles);
    }

    public boolean isAdmin() {
        return roles.contains(ADMIN);
    }
}
