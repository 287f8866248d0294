package com.ticketing.auth.session;

import com.ticketing.auth.account.ValidPassword;
import jakarta.validation.constraints.NotEmpty;

/**
 * A change of the signed-in user's password.
 *
 * @param current the current password, required because a session on an unlocked device must not be enough
 */
record ChangePasswordRequest(
        @NotEmpty(message = "{current-password-missing}") String current,
        @ValidPassword String password) {

    /** Omits the passwords. */
    @Override
    public String toString() {
        return "ChangePasswordRequest";
    }
}
