package com.ticketing.common.security;

import java.util.List;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The signed-in user, as named by the access token; the principal of the request's authentication. A handler's
 * parameter of this type is the caller; without one the response is 401. {@code Optional<CurrentUser>} is empty for an
 * anonymous caller.
 */
public record CurrentUser(String id, String email, List<String> roles) implements AuthenticatedPrincipal {

    public static final String ADMIN = "admin";

    /** May check passes at the entrance. */
    public static final String SCANNER = "scanner";

    public CurrentUser {
        roles = List.copyOf(roles);
    }

    public boolean isAdmin() {
        return roles.contains(ADMIN);
    }

    /** Returns the id: Spring Security logs this name, and the email is personal data. */
    @Override
    public String getName() {
        return id;
    }
}
