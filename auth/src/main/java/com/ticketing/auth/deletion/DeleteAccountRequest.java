package com.ticketing.auth.deletion;

import jakarta.validation.constraints.NotEmpty;

/** @param password required because a session on an unlocked device must not be enough */
record DeleteAccountRequest(
        @NotEmpty(message = "{password-missing}") String password) {

    /** Omits the password. */
    @Override
    public String toString() {
        return "DeleteAccountRequest";
    }
}
