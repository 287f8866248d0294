package com.ticketing.common.security;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** The caller of the request that runs on this thread. */
final class Callers {

    private Callers() {}

    static Optional<CurrentUser> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof TokenFilter.TokenAuthentication caller
                ? Optional.of(caller.getPrincipal())
                : Optional.empty();
    }
}
