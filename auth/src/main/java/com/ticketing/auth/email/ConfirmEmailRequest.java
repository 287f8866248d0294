package com.ticketing.auth.email;

import org.jspecify.annotations.Nullable;

/** @param token the token of the link; without one the link is invalid */
record ConfirmEmailRequest(@Nullable String token) {

    /** Omits the token. */
    @Override
    public String toString() {
        return "ConfirmEmailRequest";
    }
}
