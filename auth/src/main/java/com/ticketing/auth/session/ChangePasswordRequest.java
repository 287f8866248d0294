package com.ticketing.auth.session;

import com.ticketing.auth.account.AcceptablePassword;
import jakarta.validation.constraints.NotEmpty;

/** The old password proves who asks: a device left open is not enough. */
record ChangePasswordRequest(
        @NotEmpty(message = "{current-password-missing}") String current,

        @AcceptablePassword String password) {

    /** Without the passwords. */
    @Override
    public String toString() {
        return "ChangePasswordRequest";
    }
}
